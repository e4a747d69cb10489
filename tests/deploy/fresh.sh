#!/usr/bin/env bash
# tests/deploy/fresh.sh source|package: in a brand-new Debian, as root: sees what is refused, installs panel and server, sees
# both start, installs again, and takes all of it away. `script/install-test` calls it.
set -euo pipefail
cd "$(dirname "$0")/../.."
amiss() { echo "AMISS: $*" >&2; tail -n 20 /var/log/roomdisplay-install.log >&2 2>/dev/null || true; exit 1; }

installed() { find /opt/roomdisplay/releases | LC_ALL=C sort; }
starts() {
  local before; before=$(installed)
  for laid in 'PySide6/QtCore.abi3.so' 'shiboken6/files.dir/.*\.pyc' 'roomdisplay/ui/qml/.*\.qmlc'; do
    grep -q "/$laid\$" <<<"$before" || amiss "nothing is laid out at $laid"
  done
  roomdisplay --version
  mkdir -p /tmp/trial && cd /tmp/trial
  cat >config.yaml <<C
room: {address: aurora@contoso.example, name: Aurora, time_zone: Europe/Berlin}
office365:
  tenant: 11111111-2222-3333-4444-555555555555
  client_id: 11111111-2222-3333-4444-555555555555
  client_secret: none
  authority: http://127.0.0.1:9
  graph: http://127.0.0.1:9/v1.0
state_directory: /tmp/trial/state
C
  QT_QPA_PLATFORM=offscreen roomdisplay run --config config.yaml --socket /tmp/trial/ctl.sock 2>panel.log &
  local panel=$! shot=
  for _ in $(seq 600); do
    if roomdisplay ctl --socket /tmp/trial/ctl.sock screenshot shot.png >/dev/null 2>&1; then shot=1; break; fi
    kill -0 $panel 2>/dev/null || { cat panel.log >&2; amiss "the panel ended"; }
    sleep 0.5
  done
  [ -n "$shot" ] || amiss "the panel never answered"
  kill $panel && wait $panel || true
  [ "$(wc -c <shot.png)" -gt 5000 ] || amiss "the panel's picture is empty"
  [ "$1" = panel ] ||
    STATE_DIRECTORY=/tmp/trial roomdisplay wox-server --port 0 --until-stdin-closes </dev/null | grep -q panel_api || amiss "the server does not start"
  # so it starts as well where nothing can be written
  [ "$(installed)" = "$before" ] || amiss "what was installed was written to: $(diff <(echo "$before") <(installed))"
  cd - >/dev/null
  QT_QPA_PLATFORM=offscreen /opt/roomdisplay/current/bin/python -m tests.deploy.picture || amiss "a picture is not what it should be"
  echo "started: $1; the picture has $(wc -c </tmp/trial/shot.png) bytes"
}

refuses() { # refuses SENTENCE COMMAND …: it ends with that sentence and no more
  local said
  if said=$("${@:2}" 2>&1 >/dev/null); then amiss "this was not refused: $1"; fi
  [ "$(wc -l <<<"$said")" = 1 ] && [[ $said == "deploy/install: $1"* ]] || amiss "expected '$1', but it said: $said"
  echo "refused: ${said#*: }"
}
tight() { mount -t tmpfs -o size=100m tmpfs /opt && "$@"; }
old_machine() { uname() { echo armv7l; } && export -f uname && "$@"; }
export -f tight

case ${1:?source or package} in
  source)
    chmod 755 .
    refuses "only root may install" setpriv --reuid 65534 --clear-groups deploy/install
    refuses "there is no option --kiosk" deploy/install --kiosk
    refuses "/opt has 100 MB free and 1000 MB are needed" unshare -m --propagation unchanged bash -c 'tight deploy/install'
    refuses "this machine is armv7l" old_machine deploy/install
    refuses "the Debian package" unshare -n deploy/install
    deploy/install --dry-run --panel --server >/tmp/dry.log
    [ ! -e /opt/roomdisplay ] || amiss "a dry run made something"
    deploy/install --panel --server || amiss "the installation failed"
    starts both
    began=$(date +%s)
    deploy/install --panel --server | tee /tmp/again.log
    grep -q 'is here already' /tmp/again.log || amiss "it was all made again"
    echo "again: $(($(date +%s) - began)) s"
    deploy/install --uninstall --server
    [ ! -e /etc/systemd/system/roomdisplay-wox-server.service ] || amiss "the server is still there"
    [ -e /etc/systemd/system/roomdisplay.service ] || amiss "the panel went with the server"
    roomdisplay --version
    deploy/install --uninstall --purge
    refuses "the Python packages cannot be installed (no network" unshare -n deploy/install
    [ ! -e /opt/roomdisplay/current ] || amiss "half a release is current"
    deploy/install --uninstall --purge
    ;;
  package)
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends ./dist/roomdisplay_*.deb ./dist/roomdisplay-panel_*.deb >/tmp/apt.log 2>&1 ||
      { tail -n 30 /tmp/apt.log >&2; amiss "the panel's package cannot be installed"; }
    starts panel
    apt-get install -y -qq --no-install-recommends ./dist/roomdisplay-wox-server_*.deb >/tmp/apt.log 2>&1 ||
      { tail -n 30 /tmp/apt.log >&2; amiss "the server's package cannot be installed"; }
    starts both
    apt-get remove -y -qq roomdisplay >/tmp/apt.log 2>&1 || { tail -n 30 /tmp/apt.log >&2; amiss "the packages cannot be removed"; }
    ;;
esac
for left in /opt/roomdisplay /etc/systemd/system/roomdisplay.service /etc/systemd/system/roomdisplay-wox-server.service /etc/systemd/system/roomdisplay-update.path /usr/local/bin/roomdisplay; do
  [ ! -e "$left" ] && [ ! -L "$left" ] || amiss "$left is still there"
done
echo "taken away without a trace"

"""What mends a link: a sentence for each thing an administrator can mend, with the exact lines where there are any.

PowerShell: Exchange Online, after `Connect-ExchangeOnline` (Microsoft's pages on each cmdlet).
"""

import re

from msgspec import Struct

from roomdisplay.core.failure import Access
from roomdisplay.doctor.evidence import LinkKind, Office365
from roomdisplay.doctor.finding import Command, PowerShell

PROCESSING = "AutomateProcessing, DeleteSubject, AddOrganizerToSubject, RemovePrivateProperty, EnableAutoRelease"
_CALENDAR = ":\\Calendar"


class Remedy(Struct, frozen=True, kw_only=True):
    say: str
    commands: tuple[Command, ...] = ()


def quoted(word: str) -> str:
    """The word as PowerShell takes it for one argument."""
    return word if re.fullmatch(r"[A-Za-z0-9._@:\\-]+", word) else "'" + word.replace("'", "''") + "'"


def set_processing(room: str, *options: str) -> PowerShell:
    return PowerShell(line=f"Set-CalendarProcessing {quoted(room)} {' '.join(options)}")


def show_processing(room: str) -> PowerShell:
    """What the doctor reads with --exchange."""
    return PowerShell(line=f"Get-CalendarProcessing {quoted(room)} | Select-Object {PROCESSING} | ConvertTo-Json")


def show_size(room: str) -> PowerShell:
    return PowerShell(line=f"Get-EXOMailboxStatistics {quoted(room)} | Format-List TotalItemSize")


def show_recipient(room: str) -> PowerShell:
    return PowerShell(line=f"Get-EXORecipient {quoted(room)} | Format-List RecipientTypeDetails,PrimarySmtpAddress")


def check_scope(client_id: str, mailbox: str) -> PowerShell:
    return PowerShell(line=f"Test-ServicePrincipalAuthorization {client_id} -Resource {quoted(mailbox)}")


def grant(link: Office365, room: str, *, writing: bool = False) -> Remedy:
    """The right to a room's calendar."""
    match link.kind:
        case LinkKind.ENTERPRISE_APPLICATION:
            also = "Reading works already, so a role that only reads may be in its place. " if writing else ""
            return Remedy(
                say=f"{also}Give the application the role “Application Calendars.ReadWrite” for the rooms; “Meeting "
                "rooms” is the management scope they are in. A new right takes up to two hours to arrive.",
                commands=(
                    check_scope(link.client_id, room),
                    PowerShell(
                        line=f"New-ManagementRoleAssignment -App {link.client_id} "
                        '-Role "Application Calendars.ReadWrite" -CustomResourceScope "Meeting rooms"'
                    ),
                ),
            )
        case LinkKind.SERVICE_ACCOUNT:
            verb = "Set" if writing else "Add"
            return Remedy(
                say="Make the service account an editor of the room's calendar. The folder has its name in the "
                "mailbox's language.",
                commands=(
                    PowerShell(
                        line=f"{verb}-MailboxFolderPermission {quoted(room + _CALENDAR)} "
                        "-User SERVICE_ACCOUNT -AccessRights Editor "
                        "-SharingPermissionFlags Delegate,CanViewPrivateItems"
                    ),
                ),
            )


def withdraw(link: Office365, mailbox: str) -> Remedy:
    """The right to a calendar the panel has no business with."""
    match link.kind:
        case LinkKind.ENTERPRISE_APPLICATION:
            return Remedy(
                say="In Entra › App registrations › API permissions take away Calendars.ReadWrite (Application), and "
                "give the role for the rooms only. The first line shows whether it is done: InScope must be False.",
                commands=(
                    check_scope(link.client_id, mailbox),
                    PowerShell(
                        line='New-ManagementScope -Name "Meeting rooms" '
                        "-RecipientRestrictionFilter \"RecipientTypeDetails -eq 'RoomMailbox'\""
                    ),
                    *grant(link, link.room.address).commands[1:],
                ),
            )
        case LinkKind.SERVICE_ACCOUNT:
            folder = quoted(mailbox + _CALENDAR)
            return Remedy(
                say="Take the service account's right to that calendar away.",
                commands=(PowerShell(line=f"Remove-MailboxFolderPermission {folder} -User SERVICE_ACCOUNT"),),
            )


def of_access(access: Access, link: Office365, *, code: str = "") -> Remedy:
    """What mends that kind of lost access to the panel's own room."""
    if access is Access.SECRET_MISSING:
        return Remedy(say=code or "Give the panel the secret that config.yaml names.")
    if access is Access.PERMISSION:
        return grant(link, link.room.address)
    is_person = link.kind is LinkKind.SERVICE_ACCOUNT
    commands: tuple[Command, ...] = ()
    if access in (Access.ROOM, Access.MAILBOX):
        commands = (show_recipient(link.room.address),)
    return Remedy(
        say=_OF_SERVICE_ACCOUNT[access] if is_person and access in _OF_SERVICE_ACCOUNT else _SAY[access],
        commands=commands,
    )


_SAY: dict[Access, str] = {
    Access.TENANT: "Compare office365.tenant in config.yaml with the Tenant ID in the Entra admin centre › Overview.",
    Access.CLOUD: "The tenant lives in another Microsoft cloud: set office365.cloud in config.yaml to that one.",
    Access.APPLICATION: "Compare office365.client_id in config.yaml with Application (client) ID in Entra › App "
    "registrations.",
    Access.APPLICATION_DISABLED: "Turn on “Enabled for users to sign in” in Entra › Enterprise applications › "
    "Properties.",
    Access.SECRET: "Store the secret's Value, not its Secret ID, from Entra › App registrations › Certificates & "
    "secrets. A certificate would be better.",
    Access.SECRET_EXPIRED: "Make a new secret, or better a certificate, in Entra › App registrations › Certificates & "
    "secrets, and store it under the same name.",
    Access.CERTIFICATE: "Upload the certificate's public part in Entra › App registrations › Certificates & secrets, "
    "and check its dates, its passphrase and the panel's clock.",
    Access.CONSENT: "Assign “Application Calendars.ReadWrite” for the rooms in Exchange (RBAC for Applications); no "
    "consent for the whole tenant is needed.",
    Access.CONDITIONAL_ACCESS: "Find the policy in Entra › Sign-in logs › Service principal sign-ins, and exclude the "
    "panel's application from it.",
    Access.SIGN_IN: "Look in Entra › Sign-in logs for the reason, and check the panel's clock and office365.cloud in "
    "config.yaml.",
    Access.MFA: "Sign the account in at the panel and confirm it there, or exclude it from the policy that asks.",
    Access.ACCOUNT: "Mend the account in Entra › Users, then sign it in at the panel.",
    Access.DECLINED: "Sign the account in at the panel again, with a new code.",
    Access.ROOM: "Compare room.address in config.yaml with the mailbox's primary address.",
    Access.MAILBOX: "The address has no Exchange Online mailbox: it may lack a licence, be on premises or be deleted.",
    Access.TRUST: "Check the panel's clock; behind an inspecting proxy name its root certificate as "
    "office365.ca_file in config.yaml.",
}
_OF_SERVICE_ACCOUNT: dict[Access, str] = {
    Access.APPLICATION: "Compare office365.client_id in config.yaml, and set “Allow public client flows” to Yes in "
    "Entra › App registrations › Authentication.",
    Access.CONSENT: "Grant Calendars.ReadWrite.Shared in Entra › App registrations › API permissions, then sign the "
    "account in at the panel.",
    Access.CONDITIONAL_ACCESS: "Find the policy in Entra › Sign-in logs and exclude the account from it, then sign it "
    "in at the panel.",
    Access.SIGN_IN: "Sign the service account in at the panel, with the code it shows.",
}

MEANING: dict[Access, str] = {
    Access.TENANT: "Entra knows no tenant of that name.",
    Access.CLOUD: "Entra says that the tenant lives in another cloud.",
    Access.APPLICATION: "Entra does not let that application sign in to the tenant.",
    Access.APPLICATION_DISABLED: "The application is disabled.",
    Access.SECRET: "Entra does not accept the client secret.",
    Access.SECRET_EXPIRED: "The client secret has expired.",
    Access.SECRET_MISSING: "The panel has nothing to prove itself by.",
    Access.CERTIFICATE: "The certificate cannot be used, or Entra does not accept it.",
    Access.CONSENT: "The application has no consent for what it asks.",
    Access.CONDITIONAL_ACCESS: "A Conditional Access policy blocks the sign-in.",
    Access.SIGN_IN: "Nobody is signed in, or not any more.",
    Access.MFA: "Entra asks for another factor.",
    Access.ACCOUNT: "The account cannot sign in: unknown, locked, disabled, or its password has expired.",
    Access.DECLINED: "Somebody declined the sign-in.",
    Access.PERMISSION: "Exchange denies access to this calendar.",
    Access.ROOM: "Exchange knows no mailbox of this address.",
    Access.MAILBOX: "The address is no Exchange Online mailbox.",
    Access.TRUST: "Nobody the panel trusts vouches for the server's certificate.",
}

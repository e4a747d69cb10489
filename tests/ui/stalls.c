/* A machine that is too slow for anything: whenever a process looks at the clock, 6 ms have passed. */
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
  static long long passed = 0;
  long result = syscall(SYS_clock_gettime, clock, now);
  if (clock == CLOCK_MONOTONIC) {
    long long nanoseconds = now->tv_nsec + __sync_add_and_fetch(&passed, 6000000);
    now->tv_sec += nanoseconds / 1000000000;
    now->tv_nsec = nanoseconds % 1000000000;
  }
  return (int)result;
}

/* Loaded with LD_PRELOAD: every flush of a file to the disk takes 3 ms longer, as on a slow server. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static void wait_3_ms(void) {
  struct timespec left = {0, 3 * 1000 * 1000};
  while (nanosleep(&left, &left) != 0) {
  }
}

int fsync(int file) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  int result = real(file);
  wait_3_ms();
  return result;
}

int fdatasync(int file) {
  static int (*real)(int);
  if (!real) real = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  int result = real(file);
  wait_3_ms();
  return result;
}

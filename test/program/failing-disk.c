/*
 * Preloaded into the program under test (LD_PRELOAD): while the file $DISK_FAULT holds the number of an error, every
 * call that would change something under $DISK_FOLDER fails with it, as on a disk that has become read-only or full.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static int fault(void) {
  static int (*real_open)(const char *, int, ...);
  static ssize_t (*real_read)(int, void *, size_t);
  const char *path = getenv("DISK_FAULT");
  if (!path) return 0;
  if (!real_open) real_open = dlsym(RTLD_NEXT, "open");
  if (!real_read) real_read = dlsym(RTLD_NEXT, "read");
  int kept = errno, number = 0;
  int fd = real_open(path, O_RDONLY | O_CLOEXEC);
  if (fd >= 0) {
    char text[8] = {0};
    if (real_read(fd, text, sizeof text - 1) > 0) number = atoi(text);
    close(fd);
  }
  errno = kept;
  return number;
}

static int inside(const char *path) {
  const char *folder = getenv("DISK_FOLDER");
  return folder && path && strncmp(path, folder, strlen(folder)) == 0;
}

static int fd_inside(int fd) {
  char link[32], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return inside(path);
}

#define FAIL_IF(is_inside) \
  { \
    int number; \
    if ((is_inside) && (number = fault())) { errno = number; return -1; } \
  }

#define BY_FD(type, name, params, args) \
  type name params { \
    static type (*real) params; \
    if (!real) real = dlsym(RTLD_NEXT, #name); \
    FAIL_IF(fd_inside(fd)) \
    return real args; \
  }

#define BY_PATH(type, name, params, args) \
  type name params { \
    static type (*real) params; \
    if (!real) real = dlsym(RTLD_NEXT, #name); \
    FAIL_IF(inside(path)) \
    return real args; \
  }

BY_FD(ssize_t, write, (int fd, const void *data, size_t size), (fd, data, size))
BY_FD(ssize_t, pwrite, (int fd, const void *data, size_t size, off_t at), (fd, data, size, at))
BY_FD(ssize_t, pwrite64, (int fd, const void *data, size_t size, off64_t at), (fd, data, size, at))
BY_FD(ssize_t, writev, (int fd, const struct iovec *parts, int count), (fd, parts, count))
BY_FD(ssize_t, pwritev, (int fd, const struct iovec *parts, int count, off_t at), (fd, parts, count, at))
BY_FD(ssize_t, pwritev64, (int fd, const struct iovec *parts, int count, off64_t at), (fd, parts, count, at))
BY_FD(int, ftruncate, (int fd, off_t size), (fd, size))
BY_FD(int, ftruncate64, (int fd, off64_t size), (fd, size))
BY_PATH(int, mkdir, (const char *path, mode_t mode), (path, mode))
BY_PATH(int, unlink, (const char *path), (path))
BY_PATH(int, rename, (const char *path, const char *to), (path, to))

#define OPEN(name) \
  int name(const char *path, int flags, ...) { \
    static int (*real)(const char *, int, ...); \
    if (!real) real = dlsym(RTLD_NEXT, #name); \
    va_list rest; \
    va_start(rest, flags); \
    mode_t mode = va_arg(rest, mode_t); \
    va_end(rest); \
    if (flags & (O_WRONLY | O_RDWR | O_CREAT | O_TRUNC)) FAIL_IF(inside(path)) \
    return real(path, flags, mode); \
  }

OPEN(open)
OPEN(open64)

// What glibc declares only for programs that ask for all of its extensions.
// Source: renameat2(2), https://man7.org/linux/man-pages/man2/rename.2.html
extern int renameat2(
  int old_folder, const char *old_path, int new_folder, const char *new_path, unsigned int flags);
static const unsigned int RENAME_BOTH_WAYS = 1 << 1;  // RENAME_EXCHANGE of the kernel

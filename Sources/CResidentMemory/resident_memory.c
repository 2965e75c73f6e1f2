#define _GNU_SOURCE
#include "resident_memory.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// Called for each loaded object, the program itself first, and ends the walk after it.
static int release_code(struct dl_phdr_info *info, size_t size, void *data) {
  (void)size;
  (void)data;
  const uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
  for (int i = 0; i < info->dlpi_phnum; i++) {
    const ElfW(Phdr) *part = &info->dlpi_phdr[i];
    // Only what can't have been written to is the same in the file.
    if (part->p_type != PT_LOAD || (part->p_flags & PF_W)) continue;
    const uintptr_t start = (info->dlpi_addr + part->p_vaddr) & ~(page - 1);
    const uintptr_t end = info->dlpi_addr + part->p_vaddr + part->p_memsz;
    (void)madvise((void *)start, end - start, MADV_DONTNEED);
  }
  return 1;
}

void resident_memory_share_heap(void) {
  (void)mallopt(M_ARENA_MAX, 1);
  // The C library's own bound to begin with; said here, it does not rise with what is freed.
  (void)mallopt(M_MMAP_THRESHOLD, 128 * 1024);
}

void resident_memory_release(void) {
  (void)malloc_trim(0);
  (void)dl_iterate_phdr(release_code, NULL);
}

#ifndef COMMAND_CENTER_RESIDENT_MEMORY_H
#define COMMAND_CENTER_RESIDENT_MEMORY_H

// Gives memory back to the system that was needed once, for starting or for reading a large table: what the heap holds
// free, and the program's own code, which comes back from its file page by page where it is used again.
void resident_memory_release(void);

// Lets all threads that are started from now on take their memory from one heap: what one of them has freed the others
// use, and less stands about in pieces. What is large stays outside of it, and goes back to the system when it is freed.
void resident_memory_share_heap(void);

#endif

#pragma once

#if defined(__linux__)

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The part of libcurl's C interface that Swift cannot call by itself: variadic functions, and functions that are looked up
// by name in a library that is loaded at run time. No logic, and no memory of its own.
// The declarations follow libcurl's documentation; option and result numbers are part of its stable binary interface.

typedef void *fw_easy;
typedef void *fw_multi;
typedef size_t (*fw_data_callback)(char *bytes, size_t size, size_t count, void *context);
typedef int (*fw_prereq_callback)(void *context, char *remote, char *local, int remote_port, int local_port);

/// A transfer that has ended; `found` is false when there is none.
typedef struct {
    fw_easy easy;
    int result;
    void *context;
    bool found;
} fw_finished;

/// What the loaded library says of itself; `number` is 0xMMmmpp, and 0 where it could not be loaded.
typedef struct {
    uint32_t number;
    int features;
} fw_version;

fw_version fw_curl_load(const char *library);
int fw_curl_initialize(void);

fw_easy fw_easy_new(void);
void fw_easy_free(fw_easy easy);
void fw_easy_reset(fw_easy easy);
int fw_easy_set_number(fw_easy easy, int option, long value);
int fw_easy_set_size(fw_easy easy, int option, int64_t value);
int fw_easy_set_pointer(fw_easy easy, int option, const void *value);
int fw_easy_set_data(fw_easy easy, int option, fw_data_callback value);
int fw_easy_set_prereq(fw_easy easy, int option, fw_prereq_callback value);
int64_t fw_easy_number(fw_easy easy, int info);
const char *fw_easy_text(fw_easy easy, int info);
int fw_easy_continue(fw_easy easy);
const char *fw_easy_error(int result);

void *fw_list_append(void *list, const char *text);
void fw_list_free(void *list);

fw_multi fw_multi_new(void);
void fw_multi_free(fw_multi multi);
int fw_multi_set_number(fw_multi multi, int option, long value);
int fw_multi_add(fw_multi multi, fw_easy easy);
int fw_multi_remove(fw_multi multi, fw_easy easy);
int fw_multi_perform(fw_multi multi);
fw_finished fw_multi_next(fw_multi multi);
int fw_multi_wait(fw_multi multi, int milliseconds);
int fw_multi_wake(fw_multi multi);

#endif

#include "CLibcurl.h"

#if defined(__linux__)

#include <dlfcn.h>

static struct functions {
    int (*global_init)(long);
    void *(*version_info)(int);
    void *(*easy_init)(void);
    void (*easy_cleanup)(void *);
    void (*easy_reset)(void *);
    int (*easy_setopt)(void *, int, ...);
    int (*easy_getinfo)(void *, int, ...);
    int (*easy_pause)(void *, int);
    const char *(*easy_strerror)(int);
    void *(*slist_append)(void *, const char *);
    void (*slist_free_all)(void *);
    void *(*multi_init)(void);
    int (*multi_cleanup)(void *);
    int (*multi_setopt)(void *, int, ...);
    int (*multi_add_handle)(void *, void *);
    int (*multi_remove_handle)(void *, void *);
    int (*multi_perform)(void *, int *);
    void *(*multi_info_read)(void *, int *);
    int (*multi_poll)(void *, void *, unsigned, int, int *);
    int (*multi_wakeup)(void *);
} curl;

fw_version fw_curl_load(const char *library) {
    fw_version none = {0, 0};
    void *handle = dlopen(library, RTLD_NOW | RTLD_LOCAL);
    if (!handle) return none;
    struct functions found;
#define FIND(name) \
    if (!(*(void **)&found.name = dlsym(handle, "curl_" #name))) return none;
    FIND(global_init) FIND(version_info)
    FIND(easy_init) FIND(easy_cleanup) FIND(easy_reset) FIND(easy_setopt) FIND(easy_getinfo) FIND(easy_pause)
    FIND(easy_strerror)
    FIND(slist_append) FIND(slist_free_all)
    FIND(multi_init) FIND(multi_cleanup) FIND(multi_setopt) FIND(multi_add_handle) FIND(multi_remove_handle)
    FIND(multi_perform) FIND(multi_info_read) FIND(multi_poll) FIND(multi_wakeup)
    // What is not libcurl takes no place of a libcurl that was found before.
    curl = found;
    // The head of curl_version_info_data, the same in every version.
    struct { int age; const char *text; unsigned number; const char *host; int features; } *info = curl.version_info(0);
    fw_version version = {info->number, info->features};
    return version;
}

int fw_curl_initialize(void) { return curl.global_init(3); }

fw_easy fw_easy_new(void) { return curl.easy_init(); }
void fw_easy_free(fw_easy easy) { curl.easy_cleanup(easy); }
void fw_easy_reset(fw_easy easy) { curl.easy_reset(easy); }
int fw_easy_set_number(fw_easy easy, int option, long value) { return curl.easy_setopt(easy, option, value); }
int fw_easy_set_size(fw_easy easy, int option, int64_t value) { return curl.easy_setopt(easy, option, value); }
int fw_easy_set_pointer(fw_easy easy, int option, const void *value) { return curl.easy_setopt(easy, option, value); }
int fw_easy_set_data(fw_easy easy, int option, fw_data_callback value) { return curl.easy_setopt(easy, option, value); }
int fw_easy_set_prereq(fw_easy easy, int option, fw_prereq_callback value) {
    return curl.easy_setopt(easy, option, value);
}
int64_t fw_easy_number(fw_easy easy, int info) {
    // Wide enough for every kind of number that libcurl tells.
    int64_t number = 0;
    curl.easy_getinfo(easy, info, &number);
    return number;
}
const char *fw_easy_text(fw_easy easy, int info) {
    const char *text = 0;
    curl.easy_getinfo(easy, info, &text);
    return text;
}
int fw_easy_continue(fw_easy easy) { return curl.easy_pause(easy, 0); }
const char *fw_easy_error(int result) { return curl.easy_strerror(result); }

void *fw_list_append(void *list, const char *text) { return curl.slist_append(list, text); }
void fw_list_free(void *list) { curl.slist_free_all(list); }

fw_multi fw_multi_new(void) { return curl.multi_init(); }
void fw_multi_free(fw_multi multi) { curl.multi_cleanup(multi); }
int fw_multi_set_number(fw_multi multi, int option, long value) { return curl.multi_setopt(multi, option, value); }
int fw_multi_add(fw_multi multi, fw_easy easy) { return curl.multi_add_handle(multi, easy); }
int fw_multi_remove(fw_multi multi, fw_easy easy) { return curl.multi_remove_handle(multi, easy); }
int fw_multi_perform(fw_multi multi) {
    int running = 0;
    return curl.multi_perform(multi, &running);
}
fw_finished fw_multi_next(fw_multi multi) {
    fw_finished finished = {0};
    int left;
    struct { int kind; void *easy; union { void *any; int result; } data; } *message;
    while ((message = curl.multi_info_read(multi, &left))) {
        if (message->kind != 1) continue;
        finished.easy = message->easy;
        finished.result = message->data.result;
        finished.found = true;
        curl.easy_getinfo(message->easy, 0x100015, &finished.context);
        break;
    }
    return finished;
}
int fw_multi_wait(fw_multi multi, int milliseconds) { return curl.multi_poll(multi, 0, 0, milliseconds, 0); }
int fw_multi_wake(fw_multi multi) { return curl.multi_wakeup(multi); }

#endif

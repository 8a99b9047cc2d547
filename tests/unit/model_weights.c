/* model_weights.c: the file of a model: one that is right is read to its last number, one that is spoilt is refused. */
#include "unit.h"

#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "model/weights.h"

#define METADATA "\"__metadata__\":{\"schema\":\"readout-model/1\",\"check\":\"0000000000000000\"}"

static const char good[] = "{" METADATA ",\"b\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[0,8]},"
                           "\"c\":{\"dtype\":\"U32\",\"shape\":[],\"data_offsets\":[8,12]},"
                           "\"a\":{\"dtype\":\"U16\",\"shape\":[1,2,3],\"data_offsets\":[12,24]},"
                           "\"d\":{\"dtype\":\"I8\",\"shape\":[3],\"data_offsets\":[24,27]},"
                           "\"e\":{\"dtype\":\"U8\",\"shape\":[1],\"data_offsets\":[27,28]}}";
enum { GOOD_DATA = 28 };

/* A file of this header and so many bytes 1, 2, 3 ... behind it, its check set where its digits are zeros. The memory is of
 * just that size, so that a sanitizer sees an overrun. Free it. */
static struct slice make(const char *header, size_t data)
{
    static const char zeros[] = "0000000000000000";
    size_t length = strlen(header), padded = (length + 7) / 8 * 8, size = 8 + padded + data;
    char *bytes = malloc(size), digits[17];
    assert_non_null(bytes);
    for (size_t i = 0; i < 8; i++)
        bytes[i] = (char)(padded >> (8 * i));
    memset(bytes + 8, ' ', padded);
    memcpy(bytes + 8, header, length);
    for (size_t i = 0; i < data; i++)
        bytes[8 + padded + i] = (char)(i + 1);
    const char *check = strstr(header, zeros);
    snprintf(digits, sizeof digits, "%016llx", (unsigned long long)XXH3_64bits(bytes, size));
    if (check)
        memcpy(bytes + 8 + (check - header), digits, 16);
    return (struct slice){bytes, size};
}

static enum readout_status read_file(struct slice file, struct readout_error *error)
{
    struct arena arena;
    struct weights weights;
    ro_arena_init(&arena);
    *error = (struct readout_error){.status = READOUT_OK};
    enum readout_status status = ro_weights_read(&weights, &arena, file, "m", error);
    assert_int_equal(error->status, status);
    ro_weights_close(&weights);
    ro_weights_close(&weights);
    ro_arena_release(&arena);
    return status;
}

static void a_good_file_is_read(void **state)
{
    (void)state;
    struct arena arena;
    struct weights weights;
    struct readout_error error = {.message = ""};
    struct slice file = make(good, GOOD_DATA);
    ro_arena_init(&arena);
    if (ro_weights_read(&weights, &arena, file, "m", &error) != READOUT_OK)
        fail_msg("%s", error.message);
    assert_int_equal(weights.tensor_count, 5);
    for (uint32_t i = 0; i < weights.tensor_count; i++)
        assert_string_equal(weights.tensors[i].name, ((const char *[]){"a", "b", "c", "d", "e"})[i]);
    const struct tensor *tensor = ro_weights_tensor(&weights, "a", RO_U16, 3, (const uint32_t[]){0, 2, 3}, &error);
    assert_non_null(tensor);
    assert_memory_equal(tensor->data, "\x0D\x0E\x0F", 3);
    tensor = ro_weights_tensor(&weights, "c", RO_U32, 0, NULL, &error);
    assert_non_null(tensor);
    assert_int_equal(tensor->shape[0] * tensor->shape[1] * tensor->shape[2], 1);
    assert_string_equal(ro_weights_metadata(&weights, "schema"), RO_MODEL_SCHEMA);
    assert_null(ro_weights_metadata(&weights, "sources"));
    assert_int_equal(strlen(weights.hash), 64);
    ro_weights_close(&weights);
    ro_arena_release(&arena);
    free((void *)file.data);
}

static void a_tensor_that_does_not_fit_is_told(void **state)
{
    (void)state;
    struct arena arena;
    struct weights weights;
    struct readout_error error;
    struct slice file = make(good, GOOD_DATA);
    const uint32_t shape[] = {0, 2, 4};
    ro_arena_init(&arena);
    assert_int_equal(ro_weights_read(&weights, &arena, file, "m", &error), READOUT_OK);
    assert_null(ro_weights_tensor(&weights, "a", RO_U16, 3, shape, &error));
    assert_int_equal(error.status, READOUT_BAD_MODEL);
    assert_string_equal(error.message,
                        "m: tensor a is U16 [1, 2, 3], but should be U16 [any, 2, 4]; take the model "
                        "that came with this readout");
    assert_null(ro_weights_tensor(&weights, "a", RO_U16, 2, shape, NULL));
    assert_null(ro_weights_tensor(&weights, "a", RO_I8, 3, (const uint32_t[]){0, 0, 0}, NULL));
    assert_null(ro_weights_tensor(&weights, "none", RO_I8, 1, shape, &error));
    assert_string_equal(error.message,
                        "m: tensor none is not there, but should be I8 [any]; take the model that came with this "
                        "readout");
    ro_weights_close(&weights);
    ro_arena_release(&arena);
    free((void *)file.data);
}

/* Spoilt headers, the bytes behind them, and what is said. */
#define TENSOR(type, shape, offsets)                                                                               \
    "{" METADATA ",\"a\":{\"dtype\":" type ",\"shape\":" shape ",\"data_offsets\":" offsets "}}"
#define PAIR(a, b)                                                                                                 \
    "{" METADATA ",\"a\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":" a                                      \
    "},\"b\":{\"dtype\":\"I8\",\"shape\":[4],\"data_offsets\":" b "}}"

static const struct {
    const char *header;
    size_t data;
    const char *says;
} spoilt[] = {
    {"", 20, "m: no readout model: it is no safetensors file; name a file that readout's training wrote"},
    {"[]", 8, "m: no readout model: it is no safetensors file"},
    {"{", 0, "premature EOF"},
    {"{}", 0, "m: no readout model: a safetensors file without a \"schema\" in its metadata"},
    {"{} {}", 0, "m: no readout model: byte 4 of its header: parse error: trailing garbage; name another file"},
    {"{\"__metadata__\":{}}", 0, "without a \"schema\""},
    {"{\"__metadata__\":{\"schema\":\"readout-model/0\"}}", 0,
     "m: its schema is \"readout-model/0\", but this readout reads \"readout-model/1\"; take the model that came"},
    {"{\"__metadata__\":{\"schema\":1}}", 0, "a number that does not belong here"},
    {"{\"__metadata__\":{\"schema\":null}}", 0, "a null, which does not"},
    {"{\"__metadata__\":{\"schema\":true}}", 0, "true or false, which do not"},
    {"{\"__metadata__\":{\"schema\":{}}}", 0, "an object that does not"},
    {"{\"__metadata__\":{\"schema\":\"a\",\"schema\":\"a\"}}", 0, "metadata of the same name twice"},
    {"{\"__metadata__\":{\"schema\":\"a\"},\"__metadata__\":{}}", 0, "metadata twice"},
    {"{\"__metadata__\":{\"schema\":\"a\\u0000\"}}", 0, "a control character in the metadata"},
    {"{\"__metadata__\":\"\"}", 0, "a string that does not"},
    {"{\"__metadata__\":{\"schema\":\"readout-model/1\"}}", 0, "its metadata have no \"check\" of 16 digits"},
    {"{\"__metadata__\":{\"schema\":\"readout-model/1\",\"check\":\"000000000000000\"}}", 0, "no \"check\" of 16"},
    {"{\"__metadata__\":{\"schema\":\"readout-model/1\",\"check\":\"\\u003000000000000000\"}}", 0,
     "no \"check\" of"},
    {"{\"__metadata__\":{\"schema\":\"readout-model/1\",\"check\":\"000000000000000g\"}}", 0,
     "m: the model is damaged: its check should be "},
    {"{" METADATA ",\"\":{}}", 0, "a name that is empty"},
    {"{" METADATA ",\"a\\n\":{}}", 0, "a name that is empty, too long or holds control"},
    {"{" METADATA ",\"a\":{}}", 0, "a tensor without its dtype, shape and two data_offsets"},
    {"{" METADATA ",\"a\":[]}", 0, "a list that does not"},
    {TENSOR("\"BF16\"", "[2]", "[0,4]"), 4, "m: the model is damaged: tensor a has the unknown dtype BF16; get"},
    {TENSOR("8", "[2]", "[0,4]"), 4, "a number that does not"},
    {TENSOR("\"I8\"", "4", "[0,4]"), 4, "a number that does not"},
    {TENSOR("\"I8\",\"dtype\":\"I8\"", "[4]", "[0,4]"), 4, "a string that does not"},
    {TENSOR("\"I8\",\"more\":[]", "[4]", "[0,4]"), 4, "a list that does not"},
    {TENSOR("\"I8\"", "[4],\"shape\":[4]", "[0,4]"), 4, "a list that does not"},
    {TENSOR("\"I8\"", "[[4]]", "[0,4]"), 4, "a list that does not"},
    {TENSOR("\"I8\"", "[\"4\"]", "[0,4]"), 4, "a string that does not"},
    {TENSOR("\"I8\"", "[-4]", "[0,4]"), 4, "a number that is negative, broken or too large"},
    {TENSOR("\"I8\"", "[4.0]", "[0,4]"), 4, "a number that is negative, broken"},
    {TENSOR("\"I8\"", "[4e0]", "[0,4]"), 4, "a number that is negative, broken"},
    {TENSOR("\"I8\"", "[18446744073709551616]", "[0,4]"), 4, "a number that is negative, broken or too large"},
    {TENSOR("\"I8\"", "[18446744073709551615]", "[0,4]"), 4, "tensor a is larger than the file"},
    {TENSOR("\"I8\"", "[4294967296,4294967296]", "[0,0]"), 4, "tensor a is larger than the file"},
    {TENSOR("\"I8\"", "[2147483648,2,4]", "[0,4]"), 4, "tensor a is larger than the file"},
    {TENSOR("\"F32\"", "[4,4]", "[0,16]"), 16, "tensor a is larger than the file"},
    {TENSOR("\"I8\"", "[0]", "[0,0]"), 0, "tensor a has a dimension of 0"},
    {TENSOR("\"I8\"", "[1,1,1,4]", "[0,4]"), 4, "tensor a has 4 dimensions"},
    {TENSOR("\"I8\"", "[4]", "[0]"), 4, "two data_offsets"},
    {TENSOR("\"I8\"", "[4]", "[0,2,4]"), 4, "two data_offsets"},
    {TENSOR("\"I8\"", "[4]", "[4,0]"), 4, "tensor a lies outside of the file: 4 to 0 of 4 bytes"},
    {TENSOR("\"I8\"", "[4]", "[4,8]"), 4, "tensor a lies outside of the file"},
    {TENSOR("\"I8\"", "[4]", "[18446744073709551615,3]"), 4, "tensor a lies outside"},
    {TENSOR("\"I8\"", "[3]", "[0,4]"), 4, "tensor a has 4 bytes, but its shape wants 3"},
    {TENSOR("\"F32\"", "[2]", "[0,4]"), 8, "tensor a has 4 bytes, but its shape wants 8"},
    {TENSOR("\"I8\"", "[4]", "[0,4]"), 5, "the last tensor ends at byte 4 of 5"},
    {TENSOR("\"I8\"", "[4]", "[1,5]"), 5, "there is a gap before tensor a"},
    {TENSOR("\"F32\"", "[1]", "[2,6]"), 6, "tensor a is not aligned"},
    {PAIR("[0,4]", "[5,9]"), 9, "there is a gap before tensor b"},
    {PAIR("[0,4]", "[3,7]"), 7, "another overlaps with tensor b"},
    {PAIR("[4,8]", "[4,8]"), 8, "there is a gap"},
    {"{" METADATA ",\"a\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[0,1]},"
     "\"a\":{\"dtype\":\"I8\",\"shape\":[1],\"data_offsets\":[1,2]}}",
     2, "tensor a is there twice"},
};

static void spoilt_headers_are_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof spoilt / sizeof *spoilt; i++) {
        struct readout_error error;
        struct slice file = make(spoilt[i].header, spoilt[i].data);
        if (read_file(file, &error) != READOUT_BAD_MODEL || !strstr(error.message, spoilt[i].says))
            fail_msg("%s\n    says \"%s\", not \"%s\"", spoilt[i].header, error.message, spoilt[i].says);
        free((void *)file.data);
    }
}

static void a_header_that_is_too_long_is_refused(void **state)
{
    (void)state;
    char bytes[24] = "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF{}";
    struct readout_error error;
    assert_int_equal(read_file((struct slice){bytes, sizeof bytes}, &error), READOUT_BAD_MODEL);
    assert_non_null(strstr(error.message, "its header is longer than any of a model"));
    memcpy(bytes, "\x11\0\0\0\0\0\0\0", 8);
    assert_int_equal(read_file((struct slice){bytes, sizeof bytes}, &error), READOUT_BAD_MODEL);
    assert_non_null(strstr(error.message, "it ends within its header, after 24 bytes"));
}

static void what_is_not_finite_is_refused(void **state)
{
    (void)state;
    static const uint32_t values[] = {0x7F800000, 0xFF800000, 0x7FC00000, 0x7F800001};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct readout_error error;
        struct slice file = make(good, GOOD_DATA);
        char *bytes = (char *)file.data, digits[17], *check = bytes + 8 + (strstr(good, "0000000000000000") - good);
        memcpy(bytes + file.length - GOOD_DATA + 4, &values[i], 4);
        memset(check, '0', 16);
        snprintf(digits, sizeof digits, "%016llx", (unsigned long long)XXH3_64bits(bytes, file.length));
        memcpy(check, digits, 16);
        assert_int_equal(read_file(file, &error), READOUT_BAD_MODEL);
        assert_string_equal(error.message,
                            "m: the model is damaged: number 1 of tensor b is not finite; get the file "
                            "anew");
        free(bytes);
    }
}

static void each_truncation_is_refused(void **state)
{
    (void)state;
    struct slice file = make(good, GOOD_DATA);
    for (size_t length = 0; length < file.length; length++) {
        struct readout_error error;
        char *part = malloc(length ? length : 1);
        assert_non_null(part);
        memcpy(part, file.data, length);
        assert_int_equal(read_file((struct slice){part, length}, &error), READOUT_BAD_MODEL);
        assert_int_equal(strncmp(error.message, "m: ", 3), 0);
        free(part);
    }
    free((void *)file.data);
}

static void each_flipped_bit_is_refused(void **state)
{
    (void)state;
    struct slice file = make(good, GOOD_DATA);
    char *bytes = (char *)file.data;
    for (size_t bit = 0; bit < 8 * file.length; bit++) {
        struct readout_error error;
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        if (read_file(file, &error) != READOUT_BAD_MODEL || strchr(error.message, '\n'))
            fail_msg("bit %zu of byte %zu: %s", bit % 8, bit / 8, error.message);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
    }
    free(bytes);
}

/* Files */

static enum readout_status open_file(const char *path, struct readout_error *error)
{
    struct arena arena;
    struct weights weights;
    ro_arena_init(&arena);
    *error = (struct readout_error){.status = READOUT_OK};
    enum readout_status status = ro_weights_open(&weights, &arena, path, error);
    assert_true(status == READOUT_OK || (!weights.map && strncmp(error->message, path, strlen(path)) == 0));
    ro_weights_close(&weights);
    ro_arena_release(&arena);
    return status;
}

static void files_are_mapped(void **state)
{
    (void)state;
    char path[] = "/tmp/readout-model-XXXXXX";
    struct readout_error error;
    struct slice file = make(good, GOOD_DATA);
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(open_file(path, &error), READOUT_BAD_MODEL);
    assert_non_null(strstr(error.message, ": no readout model: it is too short"));
    assert_int_equal(write(descriptor, file.data, file.length), (ssize_t)file.length);
    assert_int_equal(open_file(path, &error), READOUT_OK);
    assert_int_equal(ftruncate(descriptor, (off_t)file.length - 1), 0);
    assert_int_equal(open_file(path, &error), READOUT_BAD_MODEL);
    close(descriptor);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(open_file(path, &error), READOUT_IO);
    assert_non_null(strstr(error.message, ": cannot read the model: No such file or directory"));
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_int_equal(open_file(path, &error), READOUT_IO);
    assert_non_null(strstr(error.message, ": cannot read the model: it is no regular file; save it as one"));
    assert_int_equal(unlink(path), 0);
    assert_int_equal(open_file("/tmp", &error), READOUT_IO);
    free((void *)file.data);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_file_is_read),           cmocka_unit_test(a_tensor_that_does_not_fit_is_told),
        cmocka_unit_test(spoilt_headers_are_refused),    cmocka_unit_test(a_header_that_is_too_long_is_refused),
        cmocka_unit_test(what_is_not_finite_is_refused), cmocka_unit_test(each_truncation_is_refused),
        cmocka_unit_test(each_flipped_bit_is_refused),   cmocka_unit_test(files_are_mapped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

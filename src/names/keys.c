/* keys.c: names without what their spellings differ in. */
#include "names/keys.h"

#include <utf8proc.h>

#include "text/chars.h"

static void append(struct name_key *key, utf8proc_int32_t code)
{
    utf8proc_uint8_t bytes[4];
    if (key->lower)
        code = utf8proc_tolower(code);
    utf8proc_ssize_t size = utf8proc_encode_char(code, bytes);
    if (key->length + key->space + (size_t)size > RO_LONGEST_KEY) {
        key->full = true;
        return;
    }
    if (key->space)
        key->text[key->length++] = ' ';
    memcpy(key->text + key->length, bytes, (size_t)size);
    key->length += (uint32_t)size;
    key->space = false;
}

/* "é" -> "e". */
static void append_plain(struct name_key *key, utf8proc_int32_t code)
{
    enum { MOST_PARTS = 8 };
    utf8proc_int32_t parts[MOST_PARTS];
    int last = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, MOST_PARTS,
                                                     UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &last);
    for (utf8proc_ssize_t i = 0; i < count && i < MOST_PARTS; i++)
        append(key, parts[i]);
}

static void add_character(struct name_key *key, struct character character)
{
    if (character.kind == CHAR_SPACE || character.kind == CHAR_HYPHEN)
        key->space = key->length > 0;
    else if (ro_char_is_apostrophe(character.code))
        append(key, '\'');
    else if (character.code >= 0x80)
        append_plain(key, (utf8proc_int32_t)character.code);
    else if (character.code != '.')
        append(key, (utf8proc_int32_t)character.code);
}

void ro_name_key_add(struct name_key *key, struct slice text, bool glued)
{
    uint32_t length = (uint32_t)text.length;
    if (!glued)
        key->space = key->length > 0;
    for (uint32_t at = 0; at < length && !key->full;) {
        struct character character = ro_char_at(text.data, length, at);
        add_character(key, character);
        at = character.end;
    }
}

struct name_key ro_name_key(struct slice name, bool lower)
{
    struct name_key key = {.lower = lower};
    ro_name_key_add(&key, name, true);
    return key;
}

struct name_key ro_name_key_words(const struct document *document, struct range words)
{
    struct name_key key = {.lower = true};
    for (uint32_t word = words.begin; word < words.end; word++)
        ro_name_key_add(&key, ro_document_word(document, word), document->words[word].glued);
    return key;
}

#include "text/text.h"
#include "text/utf8.h"
#include "text/abbreviations.h"
enum readout_status ro_blocks_stage(struct context *c, struct document *d){(void)c;(void)d;return READOUT_OK;}
enum readout_status ro_words_stage(struct context *c, struct document *d){(void)c;(void)d;return READOUT_OK;}
enum readout_status ro_sentences_stage(struct context *c, struct document *d){(void)c;(void)d;return READOUT_OK;}
enum readout_status ro_text_decode(struct context *context, struct document *document, const char *bytes, size_t length)
{ document->text = ro_arena_copy(&document->arena,(struct slice){bytes,length}); document->length=(uint32_t)length; (void)context; return READOUT_OK; }
enum readout_status ro_abbreviations_read(struct arena *arena, const struct lexicon_file *file, const struct abbreviations **out, struct readout_error *error){(void)arena;(void)file;(void)out;(void)error;return READOUT_OK;}

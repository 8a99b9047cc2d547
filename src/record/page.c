/* page.c: the record as a page for people. */
#include "record/output.h"
#include "record/record.h"

void ro_write_page(const struct readout_record *record, const struct readout_writing *writing,
                   struct output *output)
{
    (void)writing;
    const struct document *document = &record->document;
    for (uint32_t i = 0; i < document->statement_count; i++) {
        struct slice source = ro_document_slice(document, document->statements[i].source.span);
        ro_output_add(output, source.data, source.length);
        ro_output_add(output, "\n", 1);
    }
}

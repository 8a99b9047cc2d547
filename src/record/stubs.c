#include "record/record.h"
enum readout_status ro_record_finish(struct readout_record *record, struct readout_error *error){(void)record;(void)error;return READOUT_OK;}
void readout_record_free(struct readout_record *record){ if(!record) return; ro_arena_release(&record->document.arena); free(record);}

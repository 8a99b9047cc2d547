/* lexicons.c: one lexicon of names after the other. */
#include "names/lexicons.h"

#include "names/codes.h"
#include "names/first_names.h"
#include "names/gazetteer.h"
#include "names/holders.h"
#include "names/role_words.h"

static const struct lexicon_file *named(const struct lexicon_file *file, const char *name)
{
    while (file->name && strcmp(file->name, name) != 0)
        file++;
    return file;
}

enum readout_status ro_name_lexicons_read(struct arena *arena, const struct lexicon_file *files,
                                          const struct lexicon_file *own, size_t own_count,
                                          struct resources *resources, struct readout_error *error)
{
    const struct gazetteer_files gazetteers = {named(files, "countries.txt"), named(files, "organizations.txt"),
                                               own, own_count};
    const struct codes *codes;
    enum readout_status status = ro_codes_read(arena, named(files, "codes.txt"), gazetteers.countries, &codes,
                                               error);
    if (status == READOUT_OK)
        status = ro_gazetteer_read(arena, &gazetteers, codes, &resources->gazetteer, error);
    if (status == READOUT_OK)
        status = ro_role_words_read(arena, named(files, "roles.txt"), codes, &resources->roles, error);
    if (status == READOUT_OK)
        status = ro_holders_read(arena, named(files, "holders.txt"), codes, &resources->holders, error);
    if (status == READOUT_OK)
        status = ro_first_names_read(arena, named(files, "first-names.txt"), &resources->first_names, error);
    return status;
}

/* folder.h - one exported log, checked with a key that the inspector has from elsewhere. */
#ifndef CUSTOS_JOURNAL_FOLDER_H
#define CUSTOS_JOURNAL_FOLDER_H

#include "journal/note.h"
#include "journal/verify.h"

/* As verify_folder() for the one log at path. known: the log's key; NULL believes the file "vkey" of the folder, which
 * shows that the folder fits together but not who signed it. */
void folder_verify_log(struct arena *arena, const char *path, const struct note_key *known, struct verify_report *report);

#endif

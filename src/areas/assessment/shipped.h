/*
 * shipped.h - the instruments that come with Custos (share/instruments), built into the program. Written for Custos from published
 * domains; the item text of licensed instruments is never among them. They are only texts until somebody loads them (instrument.load).
 */
#ifndef CUSTOS_AREAS_ASSESSMENT_SHIPPED_H
#define CUSTOS_AREAS_ASSESSMENT_SHIPPED_H

#include "base/text.h"

struct shipped { const char *code; struct text json; };

size_t shipped_count(void);
struct shipped shipped_at(size_t index);

#endif

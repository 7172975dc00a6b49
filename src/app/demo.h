/*
 * demo.h - an invented prison service: facilities, users of every role, people who came in through the real acts.
 *
 * Nobody here exists: names are made from syllables. The same seed gives the same service (identifiers and keys apart). Time
 * is simulated: admissions lie in the past and every step was done minutes or hours after the one before, so that clocks,
 * rules and the journal see what they would have seen. All acts run through command_run_many in waves: a wave is a group of
 * people who arrive at one facility on one day.
 *
 * What happens after admission is scheduled: an area's demo_<area>(demo, person) is called once for each person of the sample right
 * after the admission, and puts its first steps on the queue with demo_later(); a step's `done` puts the next. The queue runs
 * between waves, in order of time, so that the history of all people grows together from two and a half years ago to the present;
 * what would lie after the present never happens.
 */
#ifndef CUSTOS_APP_DEMO_H
#define CUSTOS_APP_DEMO_H

#include "app/cli.h"
#include "areas/custody/records.h"
#include "service/command.h"

enum { DEMO_FACILITIES = 1024, DEMO_WAVE = 200, DEMO_INPUTS = 28, DEMO_SAMPLE = 6000 };
/* Each area keeps identifiers of a person in its own part of demo_person.kept, from here on. */
enum { DEMO_KEPT_CASEWORK = 0, DEMO_KEPT_CLASSIFICATION = 8, DEMO_KEPT_RIGHTS = 20, DEMO_KEPT_CONTACT = 26, DEMO_KEPT_CARE = 34, DEMO_KEPT_LABOUR = 42, DEMO_KEPT_CLINIC = 48, DEMO_KEPT = 58 };

enum demo_kind { DEMO_MEN, DEMO_WOMEN, DEMO_REMAND, DEMO_CLOSED };

struct demo_cell { struct text id; int capacity, taken; };

struct demo_facility {
	enum demo_kind kind;
	struct text id, code, name;
	struct demo_cell *cells[2]; /* for men, for women */
	size_t cell_count[2], cell_next[2];
	struct text wing;	    /* one of its units */
	int64_t planned;	    /* people */
};

struct demo_person {
	struct demo_facility *facility;
	char sex;
	bool untried, unfinished, due, life;
	bool leaves, gone; /* goes home before the present, on `release`; has gone */
	bool extremism;	/* of chance alone: an offence under the invented article 412 */
	struct text number, surname, given, patronymic, latin_surname, latin_given, script, language, nationality;
	struct date birth, starts, release;
	struct duration length;
	struct text id, admission, order, proposal, place;
	struct text paper; /* the legal order, for a basis that rests on it */
	size_t cell;
	struct text kept[DEMO_KEPT]; /* identifiers that the steps of the areas keep for one another; on demo->arena */
};

struct demo {
	struct cli *cli;
	struct service *service;
	struct arena *arena;	 /* for the whole run */
	struct arena *wave_arena;
	int64_t now;		 /* simulated; read by the writer thread between commands */
	int64_t end;		 /* when the simulation reaches the present */
	int64_t minute;		 /* how long a minute of a step takes: shorter where many steps share one hour */
	struct demo_facility *facilities;
	size_t facility_count;
	struct actor *actors; /* of all users of the demo, in the order of demo_users.c */
	size_t actor_count;
	size_t caseworkers; /* the first signs in */
	int64_t people, admitted, acts, failed, told;
	struct demo_person *sample;
	size_t sample_count;
	struct demo_queue *queue;
};

/* ---- one act for many (demo.c) ---- */
struct demo_command { struct pair inputs[DEMO_INPUTS]; size_t count; struct text reason; };
void demo_input(struct demo_command *command, const char *name, struct text value);
/* Name and value by turns, ended by NULL. */
void demo_inputs(struct demo_command *command, const char *const *pairs);

struct demo_step {
	const char *act;
	const char *user; /* sign-in name of a demo user; works in the facility of the people */
	int minutes;	     /* that pass after it */
	/* False: this person does not have the step. */
	bool (*fill)(struct demo *demo, struct demo_person *person, struct demo_command *command);
	void (*done)(struct demo *demo, struct demo_person *person, const struct outcome *outcome); /* NULL: nothing to keep */
	bool afterwards; /* has its place after the release; every other step falls away with it */
};
/* Runs the step for all of them as one group; faults are counted, the first few told. */
void demo_run(struct demo *demo, const struct demo_step *step, struct demo_person *people, size_t count);
/* The step's act once for each form; people beside them for the step's done, NULL when it has none. */
void demo_run_forms(struct demo *demo, const struct demo_step *step, struct demo_person **people, struct demo_command *forms, size_t count);
/* The step for a person of the sample, `hours` from the simulated now. The step must outlive the demo (static). */
void demo_later(struct demo *demo, const struct demo_step *step, struct demo_person *person, int64_t hours);
/* The same for several acts that one after the other need what the act before has made. */
void demo_call_later(struct demo *demo, void (*call)(struct demo *demo, struct demo_person *person), struct demo_person *person, int64_t hours);
/* Runs what is due up to a moment, in order of time; the same step within one hour runs as a group (demo_queue.c). */
void demo_queue_run(struct demo *demo, int64_t until);
void demo_run_each(struct demo *demo, const struct demo_step *step, struct demo_person **people, size_t count);
/* The moment, `hours` from the simulated now, in the text form of commands. */
struct text demo_moment(struct demo *demo, int64_t hours);
struct date demo_day(const struct demo *demo, int32_t days);
/* Actor of a user by sign-in name; a name that is none ends the program. */
const struct actor *demo_actor(const struct demo *demo, const char *name);
/* All users work in that facility from now on; the demo may act everywhere. */
void demo_work_in(struct demo *demo, struct text facility);
/* One of count, by the seed. */
size_t demo_one_of(size_t count);
bool demo_chance(unsigned percent);

/* ---- parts ---- */
extern const char DEMO_PASSWORD[];
bool demo_places(struct demo *demo);			      /* demo_places.c */
bool demo_users(struct demo *demo);			      /* demo_users.c */
void demo_users_print(void);
/* Sign-in name of a caseworker, from 0. */
struct text demo_caseworker(struct demo *demo, size_t which);
void demo_name(struct demo *demo, struct demo_person *person); /* demo_names.c */
bool demo_people(struct demo *demo);			      /* demo_people.c */
void demo_events(struct demo *demo);			      /* demo_events.c */
void demo_assessment(struct demo *demo, struct demo_person *person); /* demo_assessment.c */
void demo_classification(struct demo *demo, struct demo_person *person); /* demo_classification.c */
void demo_casework(struct demo *demo, struct demo_person *person); /* demo_casework.c */
void demo_work(struct demo *demo, struct demo_person *person); /* demo_work.c */
void demo_work_last(struct demo *demo);
void demo_inspections(struct demo *demo);		      /* demo_inspection.c: over the years */
void demo_inspection(struct demo *demo);		      /* the visit of today */
/* Keeps the row that an act made in a place of the person's; and names it in an input: false when there is none, and the step is left out. */
void demo_keep(struct demo *demo, struct demo_person *person, int place, const struct outcome *outcome);
bool demo_about(const struct demo_person *person, struct demo_command *command, const char *name, int place);
void demo_rights(struct demo *demo, struct demo_person *person); /* demo_rights.c */
void demo_contact(struct demo *demo, struct demo_person *person); /* demo_contact.c */
void demo_care(struct demo *demo, struct demo_person *person); /* demo_care.c */
/* Beginning, length and end of the term of a person with that number, who comes in now; demo_terms.c */
void demo_terms(struct demo *demo, struct demo_person *person, int64_t number);
void demo_release(struct demo *demo, struct demo_person *person); /* demo_release.c */
void demo_labour(struct demo *demo, struct demo_person *person); /* demo_labour.c */
void demo_clinic(struct demo *demo, struct demo_person *person); /* demo_clinic.c */
/* Steps of every admission: a woman is screened by heads, and before trial has a protection plan. */
bool demo_clinic_heads(struct demo *demo, struct demo_person *person, struct demo_command *command);
bool demo_clinic_plan(struct demo *demo, struct demo_person *person, struct demo_command *command);
void demo_staff(struct demo *demo);			      /* demo_staff.c: of today */
void demo_regime(struct demo *demo, struct demo_person *person); /* demo_regime.c */

#endif

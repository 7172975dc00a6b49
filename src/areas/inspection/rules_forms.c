/* rules_forms.c - the questions of the forms. */
#include "areas/inspection/rules_forms.h"

const struct choice FORM_CHOICES[] = { { "custos", N_("All rows of the Rules") }, { "opcat", N_("National preventive mechanism (OPCAT)") },
	{ "cpt", N_("Torture prevention committee (CPT)") }, { "inspectorate", N_("Prison inspectorate: four tests") }, { NULL, NULL } };

#define ACCESS N_("Access")
#define TREATMENT N_("Treatment")
#define SAFEGUARDS N_("Safeguards")
#define CONDITIONS N_("Material conditions")
#define ALONE N_("Separation")
#define SAFETY N_("Safety")
#define RESPECT N_("Respect")
#define ACTIVITY N_("Purposeful activity")
#define RETURN N_("Preparation for release")

const struct form_question FORM_QUESTIONS[] = {
	{ "opcat", "opcat.1", ACCESS, N_("Were all places opened that the team asked to see?"), "NMR-84.1b" },
	{ "opcat", "opcat.2", ACCESS, N_("Did the team see all registers and files it asked for, and the numbers of people held?"), "NMR-84.1a" },
	{ "opcat", "opcat.3", ACCESS, N_("Could the team speak with anybody of its choice in private, with an interpreter where needed?"), "NMR-84.1c" },
	{ "opcat", "opcat.4", SAFEGUARDS, N_("Does nobody suffer for having spoken with the team, now or after earlier visits?"), "NMR-57.2b" },
	{ "opcat", "opcat.5", SAFEGUARDS, N_("Do people know their rights and how to complain to a body outside?"), "NMR-54" },
	{ "opcat", "opcat.6", SAFEGUARDS, N_("Are signs of ill-treatment at admission recorded and reported outside?"), "NMR-34" },
	{ "opcat", "opcat.7", TREATMENT, N_("Is force used only when needed, recorded each time and looked into?"), "NMR-82.1a" },
	{ "opcat", "opcat.8", TREATMENT, N_("Are body searches lawful, private and by staff of the same sex?"), "NMR-52.1a" },
	{ "opcat", "opcat.9", TREATMENT, N_("Are women, young people and people with disabilities safe here?"), "NMR-2.2" },
	{ "opcat", "opcat.10", CONDITIONS, N_("Do cells have room, daylight, air and warmth for everybody in them?"), "NMR-13" },
	{ "opcat", "opcat.11", CONDITIONS, N_("Is health care as good as outside, and can people reach it daily?"), "NMR-24.1" },
	{ "opcat", "opcat.12", CONDITIONS, N_("Were the recommendations of the last visit answered and carried out?"), "NMR-85.2" },
	{ "cpt", "cpt.1", TREATMENT, N_("Are there no credible accounts of beating, threat or insult by staff?"), "NMR-1" },
	{ "cpt", "cpt.2", TREATMENT, N_("Are people protected from violence by other prisoners, and is no prisoner given power over others?"), "NMR-40.1" },
	{ "cpt", "cpt.3", CONDITIONS, N_("Is there at least 6 square metres in a single cell and 4 for each person in a shared one, toilet not counted?"), "NMR-13" },
	{ "cpt", "cpt.4", CONDITIONS, N_("Are toilets in shared cells fully partitioned?"), "NMR-15" },
	{ "cpt", "cpt.5", CONDITIONS, N_("Does everybody spend a good part of the day out of the cell in varied activity?"), "NMR-4.2" },
	{ "cpt", "cpt.6", ALONE, N_("Does disciplinary separation last 14 days at most, and never follow itself without a break?"), "NMR-44.2" },
	{ "cpt", "cpt.7", ALONE, N_("Is there for every separation a decision with reasons, an appeal, and a review in time?"), "NMR-45.1a" },
	{ "cpt", "cpt.8", ALONE, N_("Does a senior manager and a health professional see everybody in separation each day?"), "NMR-46.1a" },
	{ "cpt", "cpt.9", SAFEGUARDS, N_("Is everybody examined by a health professional within a day of arrival, injuries recorded?"), "NMR-30.0" },
	{ "cpt", "cpt.10", SAFEGUARDS, N_("Is medical secrecy kept, with no officer within hearing?"), "NMR-31.2" },
	{ "cpt", "cpt.11", SAFEGUARDS, N_("Can complaints be made in secret to a body outside, with a register of what became of them?"), "NMR-56.3" },
	{ "cpt", "cpt.12", SAFEGUARDS, N_("Are there enough trained staff in contact with prisoners?"), "NMR-74.1" },
	{ "inspectorate", "inspectorate.1", SAFETY, N_("Are people safe in their first days, and is risk of self-harm seen and met?"), "NMR-30.c" },
	{ "inspectorate", "inspectorate.2", SAFETY, N_("Are bullying and violence few, known and acted upon?"), "NMR-1" },
	{ "inspectorate", "inspectorate.3", SAFETY, N_("Is discipline fair, and separation short and decent?"), "NMR-39.2" },
	{ "inspectorate", "inspectorate.4", RESPECT, N_("Do staff treat people with courtesy, and know them?"), "NMR-77" },
	{ "inspectorate", "inspectorate.5", RESPECT, N_("Are living places clean, kept and not crowded?"), "NMR-17" },
	{ "inspectorate", "inspectorate.6", RESPECT, N_("Are complaints answered in time, fairly and without fear?"), "NMR-57.1a" },
	{ "inspectorate", "inspectorate.7", RESPECT, N_("Are all groups treated alike, and their needs met?"), "NMR-2.1" },
	{ "inspectorate", "inspectorate.8", ACTIVITY, N_("Is everybody out of the cell for most of the day, with an hour in the open?"), "NMR-23.1" },
	{ "inspectorate", "inspectorate.9", ACTIVITY, N_("Is there education and useful work for everybody who can use it?"), "NMR-104.1" },
	{ "inspectorate", "inspectorate.10", RETURN, N_("Are family ties kept by visits, letters and calls?"), "NMR-58.1" },
	{ "inspectorate", "inspectorate.11", RETURN, N_("Does everybody have a plan that is carried out?"), "NMR-94" },
	{ "inspectorate", "inspectorate.12", RETURN, N_("Does everybody leave with papers, somewhere to live and means to live?"), "NMR-108.1" },
	{ NULL, NULL, NULL, NULL, NULL },
};

static bool looks_like_rule(struct text code)
{
	size_t dash = text_find_byte(code, '-');
	return dash != SIZE_MAX && dash >= 3 && code.length > dash + 1 && code.length < 20;
}

bool form_question(struct text form, struct text code, struct text *out_rule)
{
	for (const struct form_question *question = FORM_QUESTIONS; question->form; question++) {
		if (!text_equal_string(form, question->form) || !text_equal_string(code, question->code))
			continue;
		*out_rule = text_from(question->rule);
		return true;
	}
	*out_rule = code;
	return text_equal_string(form, "custos") && looks_like_rule(code);
}

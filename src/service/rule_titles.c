/* rule_titles.c - short titles of the 122 Nelson Mandela Rules in our own words, and the headings under which they stand. */
#include "service/rule_register.h"

static const char *const TITLES[] = {
	[1] = N_("Dignity and protection from torture"),
	[2] = N_("No discrimination"),
	[3] = N_("No suffering beyond loss of liberty"),
	[4] = N_("Purpose: protect society by preparing return"),
	[5] = N_("Life inside close to life outside"),
	[6] = N_("A standard record of everybody held"),
	[7] = N_("What is recorded at admission"),
	[8] = N_("What the file holds during the stay"),
	[9] = N_("Files are confidential and open to the person"),
	[10] = N_("Figures about the prison population"),
	[11] = N_("Separation of categories"),
	[12] = N_("Sleeping accommodation"),
	[13] = N_("Health, air, floor space, light, heating"),
	[14] = N_("Windows and artificial light"),
	[15] = N_("Toilets"),
	[16] = N_("Baths and showers"),
	[17] = N_("Clean and kept buildings"),
	[18] = N_("Personal hygiene"),
	[19] = N_("Clothing"),
	[20] = N_("Own clothing"),
	[21] = N_("Bed and bedding"),
	[22] = N_("Food and water"),
	[23] = N_("Exercise and sport"),
	[24] = N_("Health care equal to the community's"),
	[25] = N_("Health-care service in every prison"),
	[26] = N_("Medical files"),
	[27] = N_("Emergencies and clinical decisions"),
	[28] = N_("Pregnancy and birth"),
	[29] = N_("Children with a parent in prison"),
	[30] = N_("Examination at admission"),
	[31] = N_("Daily access to health care"),
	[32] = N_("Ethics of health care"),
	[33] = N_("Report when health suffers"),
	[34] = N_("Signs of torture are reported"),
	[35] = N_("Health inspection of the prison"),
	[36] = N_("No more restriction than needed"),
	[37] = N_("Discipline only by law"),
	[38] = N_("Mediation and ties with the community"),
	[39] = N_("Fair and proportionate sanctions"),
	[40] = N_("No prisoner disciplines another"),
	[41] = N_("Hearing and defence"),
	[42] = N_("General conditions hold for everybody"),
	[43] = N_("Forbidden sanctions"),
	[44] = N_("Solitary confinement: what it is"),
	[45] = N_("Solitary confinement: last resort"),
	[46] = N_("Health staff and separation"),
	[47] = N_("Instruments of restraint: forbidden ones"),
	[48] = N_("Instruments of restraint: conditions"),
	[49] = N_("Training in control techniques"),
	[50] = N_("Searches are lawful and respectful"),
	[51] = N_("Searches never harass; a record is kept"),
	[52] = N_("Intrusive searches"),
	[53] = N_("Own legal papers"),
	[54] = N_("Information at admission"),
	[55] = N_("Information that is understood"),
	[56] = N_("Requests and complaints"),
	[57] = N_("Answer to complaints, no reprisal"),
	[58] = N_("Family and friends"),
	[59] = N_("Close to home"),
	[60] = N_("Searches of visitors"),
	[61] = N_("Legal advice"),
	[62] = N_("Foreign nationals and their consulate"),
	[63] = N_("News from outside"),
	[64] = N_("Library"),
	[65] = N_("Religious representatives and services"),
	[66] = N_("Religious practice"),
	[67] = N_("Property kept and returned"),
	[68] = N_("Telling the family"),
	[69] = N_("Notice of illness and death"),
	[70] = N_("Notice to the person about the family"),
	[71] = N_("Deaths and disappearances are investigated"),
	[72] = N_("Dignity of the dead"),
	[73] = N_("Transport"),
	[74] = N_("Choice and standing of staff"),
	[75] = N_("Education and training of staff"),
	[76] = N_("What staff are trained in"),
	[77] = N_("Conduct of staff"),
	[78] = N_("Specialists"),
	[79] = N_("Director"),
	[80] = N_("Languages"),
	[81] = N_("Women's section"),
	[82] = N_("Use of force"),
	[83] = N_("Internal and external inspections"),
	[84] = N_("Powers of inspectors"),
	[85] = N_("Reports of inspections"),
	[86] = N_("Guiding principles for the sentenced"),
	[87] = N_("Gradual return"),
	[88] = N_("Part of the community"),
	[89] = N_("Individual treatment, small groups"),
	[90] = N_("Duty of society after release"),
	[91] = N_("Aim of treatment"),
	[92] = N_("Means of treatment"),
	[93] = N_("Purposes of classification"),
	[94] = N_("Individual programme"),
	[95] = N_("Privileges"),
	[96] = N_("Work for the sentenced"),
	[97] = N_("No servitude"),
	[98] = N_("Useful work"),
	[99] = N_("Work like outside"),
	[100] = N_("Industries and farms"),
	[101] = N_("Safety and injury at work"),
	[102] = N_("Hours of work and rest"),
	[103] = N_("Pay"),
	[104] = N_("Education"),
	[105] = N_("Recreation"),
	[106] = N_("Ties with the family"),
	[107] = N_("Future after release"),
	[108] = N_("Help at release"),
	[109] = N_("Mental disability and illness"),
	[110] = N_("Care after release"),
	[111] = N_("Untried: presumed innocent"),
	[112] = N_("Untried: kept apart"),
	[113] = N_("Untried: single rooms"),
	[114] = N_("Untried: own food"),
	[115] = N_("Untried: own clothing"),
	[116] = N_("Untried: offered work"),
	[117] = N_("Untried: books and writing"),
	[118] = N_("Untried: own doctor"),
	[119] = N_("Untried: charges and lawyer"),
	[120] = N_("Untried: legal counsel"),
	[121] = N_("Civil prisoners"),
	[122] = N_("Held without charge"),
};

static const struct { const char *code, *label; int first, last; } PARTS[] = {
	{ "principles", N_("Basic principles"), 1, 5 },
	{ "files", N_("Prisoner file management"), 6, 10 },
	{ "categories", N_("Separation of categories"), 11, 11 },
	{ "accommodation", N_("Accommodation"), 12, 17 },
	{ "hygiene", N_("Personal hygiene"), 18, 18 },
	{ "clothing", N_("Clothing and bedding"), 19, 21 },
	{ "food", N_("Food"), 22, 22 },
	{ "exercise", N_("Exercise and sport"), 23, 23 },
	{ "health", N_("Health care"), 24, 35 },
	{ "discipline", N_("Restrictions, discipline and sanctions"), 36, 46 },
	{ "restraint", N_("Instruments of restraint"), 47, 49 },
	{ "searches", N_("Searches"), 50, 53 },
	{ "information", N_("Information and complaints"), 54, 57 },
	{ "outside", N_("Contact with the outside world"), 58, 63 },
	{ "books", N_("Books"), 64, 64 },
	{ "religion", N_("Religion"), 65, 66 },
	{ "property", N_("Property"), 67, 67 },
	{ "notices", N_("Notifications"), 68, 70 },
	{ "investigations", N_("Investigations"), 71, 72 },
	{ "removal", N_("Removal"), 73, 73 },
	{ "staff", N_("Institutional personnel"), 74, 82 },
	{ "inspections", N_("Inspections"), 83, 85 },
	{ "guiding", N_("Guiding principles for the sentenced"), 86, 90 },
	{ "treatment", N_("Treatment"), 91, 92 },
	{ "classification", N_("Classification and individual programmes"), 93, 94 },
	{ "privileges", N_("Privileges"), 95, 95 },
	{ "work", N_("Work"), 96, 103 },
	{ "education", N_("Education and recreation"), 104, 105 },
	{ "social", N_("Social relations and aftercare"), 106, 108 },
	{ "mental", N_("Mental disability and illness"), 109, 110 },
	{ "untried", N_("Arrested or awaiting trial"), 111, 120 },
	{ "civil", N_("Civil prisoners"), 121, 121 },
	{ "uncharged", N_("Held without charge"), 122, 122 },
	/* The other texts, by the letters before the number. */
	{ "bangkok", N_("Bangkok Rules (women)"), 0, 0 },
	{ "havana", N_("Havana Rules (young people)"), 0, 0 },
	{ "principles-detention", N_("Body of Principles on detention"), 0, 0 },
	{ "council", N_("Security Council resolution 2396"), 0, 0 },
	{ "judgement", N_("Assessment of violent extremist prisoners: safeguards"), 0, 0 },
};
enum { BANGKOK = 33, HAVANA, BODY_OF_PRINCIPLES, COUNCIL, JUDGEMENT };

size_t register_part_count(void)
{
	return sizeof PARTS / sizeof *PARTS;
}

const char *register_part_label(size_t part)
{
	return PARTS[part].label;
}

const char *register_part_code(size_t part)
{
	return PARTS[part].code;
}

size_t register_part(const struct register_row *row)
{
	if (text_starts_with(row->rule, TEXT_OF("BKK-")))
		return BANGKOK;
	if (text_starts_with(row->rule, TEXT_OF("HAV-")))
		return HAVANA;
	if (text_starts_with(row->rule, TEXT_OF("BOP-")))
		return BODY_OF_PRINCIPLES;
	if (text_starts_with(row->rule, TEXT_OF("VEP-")))
		return JUDGEMENT;
	for (size_t i = 0; i < BANGKOK; i++)
		if (row->number_of_rule >= PARTS[i].first && row->number_of_rule <= PARTS[i].last)
			return i;
	return COUNCIL;
}

const char *register_title(int number)
{
	return number >= 1 && number <= REGISTER_MANDELA_RULES ? TITLES[number] : NULL;
}

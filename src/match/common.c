/* common.c - shares of common names. */
#include "match/common.h"

#include "match/compare.h"
#include "match/key.h"

#include <pthread.h>

struct common {
	uint16_t share; /* of ten thousand persons, anywhere in the name */
	const char *names;
};

static const struct common table[] = {
	{900, "Muhammad"}, {450, "Ahmad Ali"}, {250, "Hassan Hussein Abdullah"}, {200, "Ibrahim Khan"},
	{150, "Mahmud Said Omar Yusuf Saleh Mustafa Abdulrahman"},
	{120, "Ismail Khalid Salem Sayed Abdulaziz Salman Kim"},
	{100, "Osman Abdulkarim Abdulkadir Hamid Karim Rashid Nasir Musa Sulaiman Abbas Jan Shah Aziz Nur Salim"},
	{80, "Abdulhamid Abdulmajid Jamal Kamal Hamad Mansur Amin Amir Abdulrahim Rahim Haidar Gul Bashir"
		" Fatima Ri Pak Habib Hakim Hamza Agha Alawi Abdullatif Rahman Mubarak"},
	{60, "Isa Yahya Zakaria Daud Yunus Jasim Kazim Jafar Sadiq Mahdi Rida Samir Sami Adil Walid Tariq Faisal"
		" Sultan Majid Mukhtar Yasin Murad Idris Tahir Tayyib Faraj Anwar Asad Latif Haq Wali Qasim Aisha Maryam"
		" Abu-Bakr Abdulsalam Mirza Jabbar Abdulghani Abdulhadi Abdulwahid Harun Ayyub Zaid Jabir Chol Choe Hamadi"
		" Rahmani Ahmadi Muhammadi Zahir Nabi Rasul Ghulam Nazar Akbar Aslam Taj Shir Zainab Amina Khadija"},
	{40, "Akram Amr Ayman Ashraf Badr Farid Fahd Fuad Ghani Hadi Hashim Hisham Husni Ihsan Ilyas Imad Jalal Jawad"
		" Kabir Kadir Khalil Luqman Mahir Malik Marwan Masud Munir Murtada Muslim Nabil Nadir Naim Najib Nizar"
		" Qadir Radi Rafiq Ramadan Raman Saad Safi Sabir Saddam Sharif Siddiq Subhi Taha Talib Wahid Yaqub Yasir"
		" Ziyad Zuhair Abdulqayyum Abdulsattar Abdulmanan Abdulhai Abdulbaqi Abdulbari Abdulghafur Abdulmalik"
		" Abdulwahab Abdulrazzaq Abdulsamad Abdulkabir Abdulnabi Barakat Hafiz Hanif Husain Iqbal Nawaz Nasrullah"
		" Rahmatullah Habibullah Asadullah Hamidullah Amanullah Saifullah Aminullah Sayfuddin Nuruddin Jalaluddin"
		" Shamsuddin Fakhruddin Salahuddin Sirajuddin Tajuddin Ruslan Aslan Timur Azamat Nurlan Marat Iskandar"
		" Anvar Alim Bahrom Farhod Rustam Sherali Umarali Davlat Komil Olim Sardor Jong Chang Song Yong Myong"
		" Layla Nadia Salma Samira Halima Huda Joseph John Peter Paul David Daniel Michael Robert James Martin"
		" Emmanuel Jean Pierre Charles George Thomas Francis Patrick Samuel Simon Moses Isaac Abdi Deng Koang"},
	{20, "Alexander Sergey Vladimir Dmitry Andrey Nikolay Mikhail Ivan Viktor Yuri Oleg Igor Anatoly Elena Olga Irina"
		" Tatiana Svetlana Natalia Bakyt Kanat Almaz Ulan Talant Bolot Kuban Askar Daniyar Erlan Serik Bolat Kairat"
		" Murat Yerlan Aigul Gulnara Zarina Farida Nigora Malika Dilshod Jamshid Bekzod Sanjar Shavkat Ravshan"
		" Ulugbek Otabek Bobur Zafar Sobir Tohir Nodir Mirzo Sheikh Haji Emomali Sharif Safar Saidjon Rajab Shabon"
		" Ashur Navruz Ergash Toshmat Eshmat Sattor Ghafur Qurbon Nazarov Karimov Rahimov Aliyev Mammadov Hasanov"
		" Huseynov Ibrahimov Abdullayev Ahmedov Ismailov Yusupov Kasymov Umarov Saidov Sharipov Tursunov"},
};

enum { COMMON_NAMES = 512 };

static struct {
	struct match_part part;
	uint16_t share;
	char first; /* class of the first consonant: others need not be compared */
} names[COMMON_NAMES];
static int name_count;
static pthread_once_t names_once = PTHREAD_ONCE_INIT;

static char first_class(const struct match_part *part)
{
	char order[KEY_ORDER];
	key_order(part->sounds, part->root_length, order);
	return order[0];
}

static void names_fill(void)
{
	for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
		struct text rest = text_from(table[i].names), one;
		while (text_next(&rest, ' ', &one) && name_count < COMMON_NAMES) {
			struct match_name name;
			match_fold(one, &name);
			if (name.count == 0)
				continue;
			names[name_count].part = name.parts[0];
			names[name_count].first = first_class(&name.parts[0]);
			names[name_count++].share = table[i].share;
		}
	}
}

void common_add(const struct match_part *part, uint32_t carriers[MATCH_LEVELS])
{
	uint32_t shares[MATCH_LEVELS] = {0};
	pthread_once(&names_once, names_fill);
	char first = first_class(part);
	for (int i = 0; i < name_count; i++) {
		enum match_reason reason;
		if (names[i].first != first)
			continue;
		int similarity = compare_parts(part, &names[i].part, 840, &reason);
		/* Spellings differ: what is nearly the same as a common name is the common name. */
		int level = compare_level(similarity >= 930 ? 1000 : similarity);
		for (int at = level < 0 ? MATCH_LEVELS : level; at < MATCH_LEVELS; at++)
			shares[at] += names[i].share;
	}
	for (int at = 0; at < MATCH_LEVELS; at++)
		carriers[at] += shares[at] * COMMON_PRIOR / 10000;
}

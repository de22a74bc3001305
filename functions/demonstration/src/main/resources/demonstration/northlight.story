# Three weeks of enquiries at Northlight. The format is told in Script.java.

agent isla first 35m again 4h
agent omar first 150m again 6h
agent george first 60m again 6h

# ---- three weeks ago

3 mon 13:05 | consult instagram | Imogen Clarke
  "I would like to ask about laser for pigmentation on my cheeks. I have had it since my second pregnancy."
  mail photos / wait 1d / reached Photographs are good. Melasma, so Dr Lund first. / steps photos consent-form / book 6d 11:00 / keep 150
3 mon 21:18 | consult instagram | Poppy Hughes
  "Hiya! How much is full leg? x"
  mail prices / noanswer / noanswer / noanswer / noanswer Four tries now.
3 tue 10:45 | phone gp | Harold Whitcombe
  "Letter from Dr Ansah at Canonbury. Scaly patch on the temple, eighty-one, wants it seen soon."
  comment GP letter scanned / book 3d 09:30 / keep 210
3 tue 20:36 | medical search | Aisha Rahman
  "Adult acne along the jaw. I have tried what the pharmacy sells. I would rather not take tablets again."
  reached Long list of what she tried. Consultation with Dr Lund. / steps photos / book 5d 14:30 / keep 150
3 wed 12:40 | consult instagram | Georgia Webb
  "Is laser hair removal painful? And do you do student discount?"
  mail prices / wait 1d / reached No student discount. Will think. / comment Will think / wait 4d / reached Found a place in Camden. / lost foundAnotherProvider
3 thu 09:20 | medical search | Oliver Pemberton
  "A mole on my back has changed, my wife says. I have photographs from last year and from today."
  reached Asked to come this week. / steps photos / book 1d 16:00 / seen / note Benign, letter to his GP sent.
3 thu 20:10 | consult instagram | Verity Cole
  "Six sessions for rosacea before Christmas, is that possible?"
  mail photos / reached Possible if she starts now. Booked. / book 6d 15:30 / cancel / note Found the fee too high after all.
3 thu 22:02 | consult instagram | Saffron Lee
  "price for upper lip pls"
  mail prices / reached Only the price. / lost priceShopping
2 thu 13:30 | medical friend | Beatrice Osei
  "Imogen Clarke suggested you. Rosacea, worse since I went back to the office."
  reached Knows Imogen. Sensitive skin, asked what to bring. / source friend / book 7d 12:00 / keep 150
3 sat 16:48 | consult instagram | Tilly Marsh
  "Tattoo removal, small one on the wrist, it says Dan"
  noanswer / reached We do not remove tattoos. She laughed. / lost procedureNotPerformed
3 sun 19:25 | medical search | Kwame Boateng
  "Keloid on the shoulder after a vaccination, growing. Is laser right for darker skin?"
  reached Wants a doctor's opinion before anything else. / steps photos / book 4d 10:30 / keep 150 / note Plan agreed with Dr Lund, six weeks.

# ---- two weeks ago

2 mon 08:40 | medical search | Fiona Drummond
  "Eczema on both hands. I am a florist and it is our busiest month."
  reached Needs early appointments. / steps photos / book 2d 09:00 / move 3d 09:00 / keep 150
2 mon 20:55 | consult instagram | Jasmine Patel
  "Can you do a patch test before I decide? My skin marks easily."
  mail photos / reached Patch test offered with the consultation. / steps photos consent-form / book 8d 17:00 / keep 150
2 tue 12:15 | phone gp | Edith Barlow | by george
  "Letter from Dr Ansah. Leg ulcer clinic follow-up, daughter comes with her."
  comment Daughter Ruth drives her / book 2d 11:30 / keep 210
2 tue 21:40 | consult instagram | Freddie Nash
  "Shaving rash on neck. Would laser sort it?"
  mail photos / noanswer / wait 1d / reached Would need six sessions, was hoping for one. / comment Asks his partner / wait 5d / reached Decided against it. / lost highConsultationFees
2 wed 13:22 | medical search | Leila Haddad
  "Hair loss after an illness in summer. Is this something Dr Lund sees?"
  reached She does. Blood results first, then a date. / comment Waits for blood results / wait 5d / reached Results are there. / book 3d 15:00 / keep 150
2 thu 10:05 | consult instagram | Amber Knight
  "Botox?"
  reached We do not offer it. / lost procedureNotPerformed
2 thu 19:50 | medical search | Piotr Nowak
  "Wart on the foot for a year, painful when I walk. Please ring in the morning, I work nights."
  voicemail In the morning, as he asked. / reached Reached him at last. / book 4d 17:30 / cancel / wait 1d / reached Had to cancel for a night shift. New date. / book 6d 17:30 / keep 95
2 fri 11:35 | consult instagram | Marketing www.glow-leads.example | email team@glow-leads.example
  "We book 30 new patients a month for clinics like yours. Reply YES."
  spam / comment Sells leads, of all things
2 sat 14:10 | consult instagram | Rosie Chapman
  "Acne scars. I turn 30 in May and want to do this for myself. What would you recommend?"
  mail photos / reached A good talk. Sent the consent form. / steps photos consent-form / ask omar You know the laser prices better. / accept / wait 1d / reached Went through the prices. / book 6d 10:00 / keep 150
2 sun 20:30 | consult instagram | Ellie Frost
  "How many sessions for underarms?"
  noanswer / wait 5d / unsubscribe

2 sun 22:05 | consult instagram | Orla Byrne | no phone
  "Can you email me what a course of six costs? I am at sea until Friday."
  mail prices

# ---- last week

1 mon 09:10 | medical search | Charlotte Ives
  "Psoriasis on the elbows, moved to London in September and need a new dermatologist."
  reached Sends her old letters. / steps photos / book 4d 13:00
1 mon 21:05 | consult instagram | Maisie Holt
  "full body price??"
  mail prices / noanswer / wait 1d / noanswer
1 mon 22:30 | consult instagram | Tamara Holt | email maisie.holt@example.com
  "Full legs, what would it cost?"
1 tue 11:20 | phone gp | Gerald Fenwick
  "Letter from Dr Ansah. Actinic keratosis, has had it frozen twice before."
  comment GP letter scanned / book 2d 10:00 / keep 210
1 tue 20:15 | consult instagram | Yasmin Karim
  "Dark circles and a few spots. Honest advice please, I have wasted so much money."
  mail photos / reached Honest advice is what Dr Lund is for. / steps photos / book 6d 11:30
1 wed 12:50 | medical search | Declan Moran
  "Red itchy patches after a new washing powder, three weeks now."
  reached Changed the powder back, still red. / book 3d 16:30 / cancel / note It went away by itself.
1 thu 13:15 | consult instagram | Ottilie Grant
  "I have a wedding in March. Too late for laser?"
  mail photos / voicemail / wait 1d / reached Not too late if she starts before Christmas. / comment Talks to her fiance / ask omar She asks about packages. / decline Away from Monday, better with you.
1 thu 21:45 | medical search | Winston Clarke
  "Itchy scalp and flakes, shampoos do nothing."
  noanswer / wait 1d / voicemail Left the number of the desk.
1 fri 10:30 | medical gp | Sunita Mehta
  "My GP Dr Ansah told me to write to you directly. Urticaria for two months."
  reached GP letter will follow. / source gp / steps photos / book 5d 09:30
1 sat 12:35 | consult instagram | Lola Finch
  "do you do hydrafacial"
  wrong The number is a pub in Hackney. / invalid
1 sun 02:55 | consult instagram | Brightpixel Media | bot, email hello@brightpixel-media.example
  "Your website could rank higher, let us show you"
1 sun 18:20 | consult instagram | Nadia Petrova
  "Scar on the chin from childhood. Can it be made flatter?"
  mail photos / reached Photographs came the same evening. / steps photos / comment Compares dates
1 sun 21:10 | consult instagram | Isaac Stone
  "Back hair. There, I said it."
  bounce
  noanswer

# ---- yesterday and today

yesterday 13:20 | consult instagram | Phoebe Lang
  "Could you send me the price list for laser?"
  mail prices / noanswer
yesterday 18:50 | medical search | Arthur Bligh
  "Thickened toenails, the chemist says it is fungal but nothing helps."
  voicemail
yesterday 21:25 | consult instagram | Priscilla Amoah
  "I am looking for somebody who has experience with laser on black skin. Who would treat me?"
  reached Dr Lund herself. She was glad to hear it.
today 07:25 | medical search | Henry Callaghan
  "A sore on my lower lip that has not healed in a month. Should I be worried?"
  reached Told him to come in. / book 1d 09:30
today 09:50 | consult instagram | Zara Whitlock
  "Pigmentation after summer. Consultation fee?"
today 11:40 | medical search | Morag Sinclair
  "Moving my mother's care to London. She is 78 and has had two basal cell carcinomas removed."
  noanswer
today 12:45 | consult instagram | Tamsin Reeve
  "Laser for thread veins on the nose?"
today 13:35 | consult instagram | Tamara Reeve | email tamsin.reeve@example.com
  "Laser for veins, my sister asked too"
today 16:20 | medical search | Rohan Desai
  "Dandruff that is not dandruff, says my barber."
today 19:40 | consult instagram | Billie Rowe
  "how much for legs and bikini"
today 21:15 | medical friend | Agnes Mbeki
  "Beatrice Osei gave me your name. Rosacea as well."

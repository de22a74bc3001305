# Three weeks of enquiries at Brightwater. The format is told in Script.java.

agent ava first 14m again 3h
agent noah first 95m again 5h
agent mei first 40m again 4h

# ---- three weeks ago

3 mon 07:12 | enquiry google | Hannah Fischer
  "My lower back has been stiff for about three weeks. I sit at a desk all day. Do I need a referral?"
  reached Desk job, no referral needed. Prefers before work. / steps called insurance / book 3d 08:00 / keep 118
3 mon 12:31 | massage facebook | Tyler Brooks
  "how much is 60 min"
  reached Only wanted the price. Says there is somewhere cheaper near him. / lost priceShopping
3 mon 19:48 | massage facebook | Jade Tran
  "Do you do remedial massage on Saturdays?"
  noanswer Rang out. / noanswer Rang out again. / voicemail Left a message, no Saturdays at the moment.
3 mon 21:05 | enquiry google | Marco Rossi
  "Tore something in my shoulder at football on Sunday, cannot lift my arm above the shoulder."
  reached In pain, wants the first slot. Dr Okafor had one free. / steps called / book 1d 11:30 / keep 118 / note Ten sessions planned, pays per visit.
3 tue 09:40 | phone gp | Margaret Lawson
  "Rang in. Dr Pham has referred her after a knee replacement."
  comment Referral letter received / steps called insurance / book 3d 10:00 / keep 118
3 tue 12:55 | massage facebook | Chloe Bennett
  "Neck and shoulders, tension headaches. What do you charge and do you have anything this week?"
  reached Books with Ruth, wants the neck looked at first. / book 2d 16:00 / cancel / note Cancelled, going away for work. Will ring when she is back.
3 tue 20:22 | enquiry google | Dylan Hart | no phone
  "price list please"
  mail prices
3 tue 22:10 | enquiry google | Priya Nair
  "I am 26 weeks pregnant and my hips hurt at night. Is that something you treat?"
  reached Yes, Ruth does pelvic health. Very relieved. / steps called insurance / mail what-to-expect / book 4d 13:00 / keep 118
3 wed 08:05 | massage facebook | Brandon Lee
  "saw your ad, is the first one free"
  reached Thought the first visit was free. Not interested otherwise. / lost notInterested
3 wed 13:10 | enquiry friend | Eleni Papas
  "My sister Voula comes to you. I have plantar fasciitis, running a half marathon in March."
  reached Sister of a patient. Keen runner. / source friend / steps called insurance / book 3d 17:30 / keep 118
3 wed 20:40 | massage facebook | Kayla Simmons
  "Do you have vouchers? It is for my mum."
  voicemail Left a message about vouchers. / reached Bought nothing in the end, we have no vouchers before Christmas. / lost procedureNotPerformed
3 thu 10:25 | phone gp | Robert McKenzie
  "Dr Hall's rooms rang for him. Work cover, back strain from lifting."
  comment Work cover claim number to come / steps called insurance / book 4d 09:30 / keep 118
3 thu 12:20 | massage facebook | Megan Doyle
  "Remedial massage, 45 minutes, after 5 pm if possible"
  noanswer No answer. / reached Only evenings after six, we close at seven. / book 6d 18:00 / miss / note Did not come and does not answer.
3 thu 21:33 | enquiry google | Daniel Okoro
  "Ankle sprain two months ago, still gives way on stairs."
  reached Will talk to his health fund first. / comment Waits for his fund / wait 4d / reached Fund pays only twice a year. Leaves it for now. / lost insuranceIssues
3 fri 09:15 | enquiry google | Sofia Marino
  "Jaw pain and clicking. My dentist suggested a physio."
  reached We have nobody for jaws at the moment, told her where to ask. / lost procedureNotPerformed
3 fri 18:50 | massage facebook | Jordan Blake
  "do u do deep tissue"
  noanswer / noanswer / noanswer No luck, three tries.
3 sat 11:02 | massage facebook | Aaliyah Hassan
  "Looking for a regular massage every second week. Is there a package?"
  reached Ten pack explained, thinks about it. / mail prices / wait 3d / noanswer / wait 2d / reached Took the ten pack. / book 2d 12:00 / keep 95
3 sun 20:15 | enquiry google | Peter Vella
  "Sciatica again. Was with another clinic before but they moved."
  reached Knows what he needs. Brings his scans. / steps called / book 2d 07:30 / keep 118 / note Scans are in his file.

# ---- two weeks ago

2 mon 06:58 | enquiry google | Grace Nguyen
  "My hand goes numb when I type. I work from home and my desk is not great."
  reached Wants advice on the desk as well. / steps called insurance prices / book 4d 08:30 / keep 118
2 mon 12:40 | massage facebook | Cooper Walsh
  "Cramp in both calves after the gym, massage?"
  voicemail Left a message. / noanswer / noanswer Nothing.
2 mon 20:02 | massage facebook | Lily Zhang
  "My partner and I would like a massage at the same time. Possible?"
  reached Only one room, offered one after the other. She will ask him. / wait 4d / reached Went to a spa. / lost foundAnotherProvider
2 mon 21:47 | enquiry google | Stephen Kowalski
  "Frozen shoulder diagnosed by ultrasound last week."
  reached Long talk about what to expect. / steps called insurance / mail what-to-expect / book 2d 10:30 / move 2d 10:30 / keep 118
2 tue 11:30 | phone gp | Joan Abbott | by mei
  "Rang in. Falls prevention, Dr Pham's care plan, five visits."
  comment Care plan, five visits / steps called insurance / book 3d 14:00 / keep 118
2 tue 13:15 | massage facebook | Bianca Silva
  "How long is the wait for an appointment?"
  reached No wait, she could have come the same day. Will let us know. / comment Will let us know
2 tue 20:55 | enquiry google | Ahmed Farouk | no phone
  "Please write to me, I cannot take calls at work. Runner's knee, both sides."
  mail what-to-expect / wait 1d / again The best time to call is before work. My number is in this form now. / reached Called before work, as he asked. / steps called / book 4d 17:00 / keep 118
2 wed 07:45 | massage facebook | Ryan O'Connor
  "cheapest massage u have"
  reached Thirty minutes is the shortest. Too dear for him. / lost highConsultationFees
2 wed 12:05 | enquiry google | Helen Cho
  "I had a hip replaced in September and need rehab closer to home."
  reached Lives round the corner. Hospital cover. / steps called insurance / book 2d 11:00 / keep 118
2 wed 19:20 | massage facebook | Tahlia Moore
  "Hi, is there parking?"
  noanswer / voicemail Told her about the parking on the machine. / ask mei She has rung Mei before, perhaps you know her? / accept / wait 1d / reached Parking was the only question. Wants to think about times. / comment Ask again next week
2 thu 08:30 | enquiry google | Liam Gallo
  "Hamstring. Season starts in two weeks!"
  reached Wants to play in two weeks. Ruth has a slot. / steps called / book 1d 15:30 / keep 118
2 thu 12:45 | massage facebook | Emily Stone
  "What is the difference between remedial and relaxation massage?"
  reached Explained. Relaxation is not what we do. / lost notInterested
2 thu 22:05 | massage facebook | Zac Morris
  "tight hips from cycling"
  noanswer / wait 1d / reached Had hung up thinking it was a sales call. Books. / book 4d 18:00 / miss / wait 1d / reached Very sorry, mixed up the days. / book 5d 18:00 / keep 95
2 fri 10:10 | phone friend | Dorothy Quinn | by noah
  "Rang in. Neighbour of Mrs Lawson. Balance, unsteady since winter."
  steps called insurance / book 6d 10:30 / keep 118
2 fri 13:22 | massage facebook | SEO Team www.rank-melbourne.example | email audit@rank-melbourne.example
  "We bring your clinic to page one of Google. Reply for a free audit."
  spam
2 sat 10:35 | enquiry google | Nikhil Rao
  "Numbness in the outer thigh since I started a new job standing all day."
  wait 1d / reached Books for next week. / steps called insurance / book 5d 07:30 / cancel / wait 1d / reached New job, no time off. Took a Friday instead. / book 3d 15:00 / keep 118
2 sat 18:15 | enquiry google | Bronwyn Ellis
  "Only looking around for my father at the moment. He has Parkinson's and lives in Footscray."
  reached She will talk to her father first. / comment Talks to her father / wait 6d / unsubscribe
2 wed 21:15 | pms - | Ingrid Solberg
  book 2d 09:00 / keep 118
2 sun 17:40 | massage facebook | Crystal Adams
  "neck"
  noanswer / noanswer / voicemail Asked her to ring back.
2 sun 21:12 | enquiry google | Vanessa Romano
  "Headaches coming from the neck, worse since the baby."
  bounce
  reached The address she typed is wrong, took the right one. / email vanessa.romano@example.org / steps called / book 3d 12:30 / keep 118

# ---- last week

1 mon 07:30 | enquiry google | Thomas Baker
  "Tennis elbow. I do not play tennis."
  reached Electrician, right arm. / steps called insurance / book 3d 07:30 / keep 118
1 mon 12:15 | massage facebook | Shannon Kelly
  "Could I get a quote for six people at our office on the Tuesday before Christmas?"
  reached Office massage is nothing we do, but she may come herself. / note Asked Ruth, we really do not. / wait 1d / noanswer
1 mon 19:35 | massage facebook | Mitchell Gray
  "just prices thx"
  mail prices / wait 1d / noanswer
1 mon 20:50 | enquiry google | Amira Saleh
  "Recovering from an ACL operation, week five. My surgeon's protocol is attached to my file at the hospital."
  reached Asked for the protocol, she will bring it. / steps called insurance / book 4d 16:30 / keep 118
1 tue 09:05 | phone gp | Walter Simms
  "Dr Hall's rooms rang. Chronic back pain, wants exercises rather than tablets."
  comment Hard of hearing, ring twice / steps called insurance / book 2d 11:30 / keep 118
1 tue 12:50 | massage facebook | Ebony Clarke
  "Do you take HICAPS"
  reached We do. Will look at her roster. / comment Waits for her roster
1 tue 20:05 | massage facebook | Travis Dunn
  "shoulder rub"
  wrong Number belongs to a bakery in Geelong. / invalid
1 tue 21:15 | massage facebook | Tony Clarke | email ebony.clarke@example.com
  "Remedial massage for two, mine is the bad shoulder"
1 tue 22:20 | pms - | Farid Rahimi
  book 5d 13:30
1 wed 06:45 | enquiry google | Isabella Conti
  "Scoliosis, I am 19 and would like to start training properly. I am nervous about lifting."
  reached Mother joined the call. Saturday would be best, offered Friday. / steps called / book 6d 09:00
1 wed 13:05 | massage facebook | Luke Jensen
  "any spots today?"
  noanswer Rang at lunch, no answer. / wait 1d / voicemail
1 wed 18:40 | enquiry google | Rachel Cohen | no email
  "Prefer a call. Pain at the base of the thumb."
  reached Prefers the phone, has no email to give. / steps called / book 5d 10:00
1 thu 08:15 | enquiry friend | George Stavros
  "Eleni Papas told me about you. Knee, since the stairs at work were closed and I carry everything."
  reached Friend of Eleni. / source friend / steps called insurance / ask noah He wants Thursdays, your day. / decline Thursdays are full until Christmas. / book 5d 08:00
1 thu 12:35 | massage facebook | Paige Turner
  "I have a gift card from last year, still good?"
  reached Looks for the card. / comment Looks for the gift card
1 thu 21:20 | enquiry google | Minh Tran
  "Back pain after moving house. Can my wife come at the same time, she has the same."
  reached Both of them on one afternoon if we can. / steps called insurance / book 4d 14:00
1 fri 09:50 | phone gp | Audrey Flynn | by noah
  "Rang in with a referral from Dr Pham. Vertigo, had it before."
  comment Referral from Dr Pham / book 5d 11:00
1 fri 20:10 | massage facebook | Jaxon Reid
  "whats ur address"
  noanswer / noanswer
1 sat 15:25 | massage facebook | Monique Dubois
  "I fly to Singapore on Friday week and would like my back to survive it."
  reached Wants Wednesday evening. / book 4d 18:00
1 sun 03:41 | massage facebook | Kelvin Marks | bot, email kelvin@cheap-clinics.example
  "Dear sir, increase your sale with our expert team"
1 sun 10:05 | enquiry google | Oscar Lindgren
  "Climbing injury, ring finger. Taped it for a month, no better."
  reached Climbs three times a week. / steps called insurance / book 4d 17:30
1 sun 21:30 | enquiry google | Naomi Peters
  "Is a video consultation possible? I live in Bairnsdale."
  reached Video works for the first visit. She looks at her calendar. / comment Looks for a date / ask mei You set up the last video visit, would you take her?

# ---- yesterday and today

yesterday 12:20 | massage facebook | Holly Baxter
  "Back and neck. Are you open after work?"
  noanswer
yesterday 17:35 | enquiry google | Connor Byrne
  "Groin strain, kicked a ball for the first time in ten years."
  voicemail Left a message.
yesterday 19:55 | massage facebook | Skye Patterson
  "What does the first visit cost with extras cover?"
  reached With her cover about half. Books this week or next.
yesterday 21:40 | enquiry google | Samuel Adeyemi
  "My right knee swells after every run. I would like to know whether to stop."
  noanswer / noanswer
today 06:50 | enquiry google | Karen Whitfield
  "Stiff neck since yesterday, I cannot turn my head to drive. Anything today?"
  reached Squeezed in. / book 1d 08:00
today 09:35 | enquiry google | Uyen Pham
  "Shoulder blade pain when I breathe in deeply. Is that for a physio or a doctor?"
  noanswer
today 11:10 | enquiry friend | Stephanie Vella
  "My father Peter is a patient. I have the same back, I am afraid."
  reached Daughter of Peter Vella.
today 12:25 | massage facebook | Ashleigh Ford
  "Do you treat teenagers? My son is 15 and rows."
today 13:10 | enquiry google | Grant Holloway
  "Carpal tunnel, surgery in January, would like to get in shape before."
  noanswer
today 15:20 | massage facebook | Leilani Kahu
  "Back massage, any female therapist?"
today 16:45 | enquiry google | Victor Mensah
  "Achilles. Morning stiffness, better when warm. Six weeks now."
today 19:15 | massage facebook | Brooke Harvey
  "prices?"
today 20:40 | enquiry google | Teresa Lopez
  "I had shingles in spring and the arm has stayed weak. My doctor said to exercise it."

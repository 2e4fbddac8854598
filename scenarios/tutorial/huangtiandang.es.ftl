# rivers: huangtiandang.ron in es. `rivers translate` writes this file anew and keeps what is translated.
# rivers: To translate a text, take `# ` away from its lines and put your words in the place of the text.
# rivers: The line `.of` says from which text it was made; leave it as it is.
# rivers: Write notes of your own directly above the text that they belong to.

title = Huangtiandang
    .of = 50739ea1

brief = Marzo de 1130. Un ejército Jin ha perseguido al emperador de Song por Lin'an hasta la costa y lo ha perdido en el mar. Ahora lleva el botín del sur en barcazas, tiene delante la estación del calor, y el camino a casa pasa por el Yangzi. En el río hay un general Song con unas cien naves de mar y ocho mil hombres a quienes nadie ha vencido este año. Ninguna de las dos cortes está cerca. En once turnos, hasta fines de junio, el ejército vuelve a casa, o no vuelve, o lo paga. Juega con cualquiera de los dos bandos; después tu historia se pone junto a lo que consta, y ves en qué discrepan las fuentes: cuántos hombres fueron, cuántos días duró y quién ganó.
    .of = 9ae3e2d6

content_note = Este escenario comienza en una tierra quemada. En los primeros meses de 1130 los ejércitos Jin quemaron Mingzhou, Lin'an y Pingjiang, y mataron o se llevaron a la gente; las fuentes Song hablan de cientos de miles de muertos en Pingjiang, un número que nadie pudo contar. En las barcas que Song intenta detener hay cautivos, y entre lo que se puede pedir está un rescate pagado en cautivos. El texto da número, acto y consecuencia, y ninguna escena.
    .of = 2480cec3

court-song-name = Song
    .of = 4d79f9ff

court-song-brief = Estás con el emperador de Song en un barco, en el puerto de Wenzhou. Tiene veintidós años. En tres años lo han echado de Yingtian a Yangzhou, de allí a Lin'an y de allí al mar. El enemigo da la vuelta; si es por ti, por el calor o porque ya tiene lo que vino a buscar, en eso el consejo no está de acuerdo. Tu mejor general está en el Yangzi con barcos; otro tiene unos miles de hombres a tu lado; un joven oficial cerca de Changzhou pertenece a un ejército cuyo jefe se pasó al enemigo. Pierdes si te atrapan, y no te atraparán si te quedas donde estás. Lo que puedes ganar es volver a ser un gobierno.
    .of = e644a365

court-song-treasury_note = Puesto por nosotros; ninguna fuente da un saldo. Más avanzado 1130, las tropas de la propia corte costaban más de quinientas mil sartas al mes (Yaolu 40); se pone menos de dos meses de paga, con lo que se salvó a bordo.
    .of = 3481ca69

court-jin-name = Jin
    .of = 4dfcc322

court-jin-brief = Estás con Wuqimai en Huining y hablas por medio de tus príncipes. Zongbi, a quien los Song llaman Wuzhu, ha llegado más al sur que ningún yurchen: atravesó Lin'an y, con unos miles de hombres escogidos, salió al mar tras el emperador de Song. No lo alcanzó. Tiene barcazas llenas de plata y seda, cautivos, caballos cansados y un ejército de jinetes, y los barcos de Song guardan el río que debe cruzar. Talan tiene otro ejército en Shandong y podría mandar una parte a la orilla norte. En mayo empieza el calor. Trae el ejército a casa, y con lo que lleva si puedes. Nadie en Huining ha visto nunca el Yangzi.
    .of = 72f5aa96

court-jin-treasury_note = Puesto por nosotros; ninguna fuente lo cuenta. Lo que quedaba tres años después de la plata y la seda de Kaifeng, y lo que llevan las barcazas de Zongbi.
    .of = 998b818c

post-senior_councillor-title = gran consejero de la izquierda
    .of = 2cd620a5

post-assistant_councillor-title = consejero asistente
    .of = ae8ff980

post-right_deputy_marshal-title = mariscal adjunto de la derecha
    .of = 7007c2c1

post-left_supervisor-title = inspector del ejército de la izquierda
    .of = 6e61c854

fact-officials_struck_off-says = Song borró de las listas a los funcionarios que habían abierto sus ciudades y perdonó a los soldados que habían huido.
    .of = 1e4ae90c

fact-channel_dug-says = El ejército Jin volvió a abrir un antiguo canal para llevar sus barcas a Jiankang.
    .of = f0726f4c

fact-ships_explained-says = Un hombre de Fujian explicó en el campamento Jin lo que una nave de mar puede con viento y lo que no puede sin él.
    .of = 7f140575

fact-campaign_proclaimed-says = El emperador de Song proclamó que encabezaría la campaña en persona.
    .of = 42749e4a

# setup-chuzhou-garrison-1-says = juan 448: fewer than ten thousand of Xuzhou and Chuzhou together
#     .of = 7c354fb7

# setup-chuzhou-garrison-2-says = thirty thousand set out with him from Xuzhou
#     .of = 3bc71a02

# setup-yangzhou-garrison-why = it held out against a column that lay before it in May
#     .of = 7fe0ce7d

# setup-zhenzhou-garrison-why = a depot with its town guard
#     .of = f4402551

# setup-hezhou-note = Taken in December 1129; the townspeople later shut it again.
#     .of = 605b33c0

# setup-hezhou-garrison-why = a few men were left to watch it (Yaolu 33)
#     .of = 254fde43

# setup-jiankang-note = Surrendered on 8 January 1130.
#     .of = 191c8132

# setup-jiankang-garrison-why = a guard on the gates; the men who hold it are written as an army, so that they can leave
#     .of = 782c81c0

# setup-caishi-note = Jin came and went here all spring (Yaolu 32, 33).
#     .of = 87deddc3

# setup-caishi-garrison-why = a ferry post
#     .of = 89e7bce6

# setup-zhenjiang-note = Its stores had been burned in the winter so that the enemy should not have them.
#     .of = e7ccc884

# setup-zhenjiang-garrison-why = boatmen's families and a guard of Han Shizhong's
#     .of = 7cf6570e

# setup-changzhou-note = The prefect left it on 19 April (Song shi 26).
#     .of = 9d2edf44

# setup-changzhou-garrison-why = a prefect about to leave
#     .of = bf12547a

# setup-pingjiang-garrison-why = the commissioner had left for Lake Tai when the first riders came
#     .of = 600d0372

# setup-dusongguan-garrison-why = nobody held it in January, and no text puts anybody there in March
#     .of = 1bdf0b7b

# setup-linan-note = Taken on 22 January 1130 (Song shi 25).
#     .of = 0bf53c24

# setup-linan-garrison-why = a guard on the gates of a looted city; the army itself is what holds it
#     .of = 431a29be

# setup-yuezhou-garrison-why = a relief column from Wuzhou, come in after the enemy left
#     .of = 07507be1

# setup-mingzhou-note = Destroyed at the end of February 1130.
#     .of = 83a0fea0

# setup-mingzhou-garrison-why = what a burnt city can feed
#     .of = 900a3fd4

army-han_fleet-name = Las naves de Han Shizhong
    .of = 3f89f0a9

# army-han_fleet-note = Eight thousand fighting men by every Song account; families, horses and baggage were aboard as well (Yaolu 32), which nobody counts, and in the Ming topical history the eight thousand are only those whom he put on the hill island first. About a hundred ships. He lay in three parts by the mouths of the Wusong; Pingjiang stands for them.
#     .of = a9f2944e

army-yue_corps-name = El cuerpo de Yue Fei
    .of = 5056bbfa

# army-yue_corps-note = Three hundred horse and three thousand foot. It lay at Yixing in Changzhou prefecture; the atlas has no Yixing.
#     .of = 9251ae63

army-zhang_jun_army-name = El ejército de Zhang Jun
    .of = 683101b2

# army-zhang_jun_army-note = It beat off the first attack on Mingzhou in February and left before the second.
#     .of = 15d01320

# army-zhang_jun_army-men-why = what came away from Mingzhou and gathered round the court; no text counts it
#     .of = d3382615

army-wuzhu_army-name = El ejército de Zongbi
    .of = 2c9b4881

# army-wuzhu_army-note = Jurchen, Khitan, Xi and Han. Han Shizhong's epitaph, quoted in Yaolu 32, has three hundred thousand horse; Li Xinchuan, who quotes it, does not believe it.
#     .of = d20f6161

# army-wuzhu_army-men-1-says = juan 32: rather more than a hundred thousand; read low, as soldiers without porters, boatmen and captives
#     .of = be7bbbf9

# army-wuzhu_army-men-2-says = juan 364: given out as a hundred thousand
#     .of = 23a0c59e

# army-wuzhu_army-men-3-says = ten to twenty thousand horse and some levies, in the modern view
#     .of = 5143afe8

army-jiankang_guard-name = Los que quedaron en Jiankang
    .of = 4379f457

# army-jiankang_guard-note = Zongbi left two officers in the city when he went south (Jin shi 77).
#     .of = 2fadb9b2

# army-jiankang_guard-men-why = few riders, by a report of the spring (Yaolu 33); no text counts them
#     .of = 7fe00cd7

army-taiyi_column-name = La columna de Taiyi
    .of = 3978ddbf

# army-taiyi_column-note = Sent by Talan from Shandong when Zongbi was held up. The Song call its leader Taiyi, the Jin shi has Yilagu coming from Tianchang and Wulindai Taiyu joining as well; they are written as one.
#     .of = 6299cd8a

# army-taiyi_column-men-why = a column that could lie before Yangzhou and not take it; no text counts it
#     .of = f306a866

draft-passage-title = Paso para el botín
    .of = ea0f8ee0

# draft-passage-note = What Zongbi offered at Zhenjiang: everything that had been taken, and fine horses, for a free river. No text has a sum; ours is a judgement, and horses and captives stand in it as silver.
#     .of = 2c1d2e71

draft-two_palaces-title = Los dos emperadores y las tierras de antes
    .of = 8d438061

# draft-two_palaces-note = Han Shizhong's answer across the water: give back our two sovereigns and our land, and you may live. Kaifeng stands for the land.
#     .of = 8e910872

incident-lake_raid-title = Barcas en el lago Tai
    .of = faa689b2

incident-lake_raid-text = Al anochecer salieron barcas del lago Tai y cayeron sobre la retaguardia: { $it }. Tomaron barcazas, soltaron las que no podían llevarse y desaparecieron entre los juncos.
    .of = ee90bb12

incident-man_of_fujian-title = Un hombre de Fujian
    .of = e0f60787

incident-man_of_fujian-text = Un hombre de Fujian, de apellido Wang, vino al campamento Jin por la recompensa que se había pregonado. Las naves de mar no se mueven sin viento, dice. Poned tierra en vuestras barcas y tablas encima, abrid agujeros para los remos, salid un día de calma y disparad fuego a sus toldos.
    .of = 884b0b30

incident-river_fever-title = Fiebre junto al río
    .of = 99e91e82

incident-river_fever-text = Han llegado las lluvias. Hombres que crecieron con nieve ({ $it }) yacen con fiebre en tiendas mojadas, y los caballos están en el barro hasta los corvejones.
    .of = 60361f63

decision-leave_linan-title = Qué dejar de Lin'an
    .of = a78f1f51

# decision-leave_linan-brief = The column that went to sea is back: the Song emperor has sailed on to a harbour further south. Mingzhou has been burned. In Lin'an there are a city's silver, silk and craftsmen, streets nobody dares to walk alone, and an army that has not seen its pastures for a year. The barges on the canal are being loaded. Some want the place burned, as Yangzhou was, so that it can feed nobody who comes after; some say that a city that stands can be taxed again; and a few, that an army which walks out of Lin'an will never be let in again. Zongbi asks what is to be left behind.
#     .of = 682cfe45

# decision-leave_linan-voice-1-says = There will be riders behind us as soon as we turn our backs, and they will want bread and a roof. Let them look for it. The men have been promised the city, and they have walked a long way for it.
#     .of = 208f9961

# decision-leave_linan-voice-1-expects = Nothing follows us from Lin'an that could fight.
#     .of = 5be59944

# decision-leave_linan-voice-2-says = I govern three prefectures that were burned and three that were not. From the second kind I get grain. Whoever rules the south for you one day, and somebody will, would like to have something to rule. Take the treasury, and leave them their houses.
#     .of = 90ea2477

# decision-leave_linan-voice-2-expects = The country along the canal stays quieter than it would over ashes.
#     .of = 1c2fe7ca

# decision-leave_linan-voice-3-says = We hunted their emperor over the hills and over the sea, and there is nothing left here to hunt. A place that I cannot hold is not going to be held against me. Three days for the fire, three for the carts.
#     .of = 851f9d5a

# decision-leave_linan-voice-3-expects = The army leaves in good heart, within the month.
#     .of = 632db0fd

decision-leave_linan-option-spare-label = Vaciar el tesoro y dejar las casas
    .of = 74d08e74

# decision-leave_linan-option-spare-detail = The granaries and the silver go to the barges; nobody burns anything. The soldiers, who had been told otherwise, are told so.
#     .of = 9927ae11

decision-leave_linan-option-hold-label = Dejar una guarnición en Lin'an
    .of = 84760961

# decision-leave_linan-option-hold-detail = Fifteen hundred men stay behind the walls with grain for the summer. They will be alone in a country of millions.
#     .of = 014e47db

decision-leave_linan-option-burn-label = Darla a los soldados y quemarla
    .of = c39c7f15

# decision-leave_linan-option-burn-detail = Three days of fire and then the plunder, to the last cart. The whole country will hear of it.
#     .of = 706840a4

# decision-leave_linan-outcome = The fires in Lin'an burned for three days and nights; then came the looting. On 24 March the army left, by the canal, because what it carried was too much for the road over the hills.
#     .of = df3c1782

# decision-leave_linan-quarrel = The day differs by author: the 24th in the Yaolu, which follows a diary, the 25th in another Song annal, and the 13th in the Jin shi. The decision was Zongbi's; that it was laid before a court is ours, and Liu Yu's advice is ours from where he stood.
#     .of = b2b5caf0

decision-way_home-title = Por el canal o por los montes
    .of = b00fd41e

decision-way_home-brief = De Lin'an al Yangzi hay dos caminos. El ejército vino por el paso de Dusong, por montes donde un carro rompe un eje al día; más allá está Jiankang, que es nuestra. El canal va por Pingjiang y Changzhou a Zhenjiang, por llanos de ciudades ricas que nadie ha tocado, y lleva barcazas. Pero en Zhenjiang hay una milla de río, y los exploradores dicen que Han Shizhong, que tenía barcos en la desembocadura, sube hacia allí. A los caballos les da lo mismo el camino. A las barcazas no.
    .of = def2fd69

decision-way_home-voice-1-says = Lo que han tomado los hombres es la paga de toda la campaña, y flota. ¿Les digo que lo hundan por un pescador con una bandera? Ya cruzamos este río una vez ante sesenta mil. En Zhenjiang lo haré de nuevo.
    .of = f522ed71

decision-way_home-voice-1-expects = Al otro lado del río a mediados de mayo, con las barcazas.
    .of = 831d8085

decision-way_home-voice-2-says = He mirado esas naves desde una orilla. Les tirábamos como se tira a un muro. En el camino por el que vinimos no hay agua más honda que un caballo. Quemad las barcazas, dad a cada hombre lo que pueda atar a la silla, y estaremos en Jiankang antes de que maduren las moras.
    .of = f26273db

decision-way_home-voice-2-expects = Jiankang en un mes, y ningún combate en el agua.
    .of = 826dd32c

decision-way_home-option-canal-label = Por el canal, con todo
    .of = cde40ae4

decision-way_home-option-canal-detail = Primero Pingjiang, luego Changzhou y Zhenjiang. Las barcazas marcan el paso, y las ciudades del camino lo pagan.
    .of = 51c76140

decision-way_home-option-hills-label = Por los montes, con lo que lleva un caballo
    .of = 250a7dac

decision-way_home-option-hills-detail = Se queman las barcazas con lo que llevan. Por el paso y por Guangde a Jiankang, como vino el ejército.
    .of = 097cc2c7

decision-way_home-outcome = El ejército fue por Xiuzhou y llegó a Pingjiang, que fue quemada en los primeros días de abril, y a Changzhou el 19. El 24 su vanguardia estaba ante Zhenjiang, y las naves estaban allí.
    .of = 19f034d5

decision-way_home-quarrel = El Yaolu da el botín como razón de ir por el canal. El consejo de Han Chang es nuestro; habla como quien pronto perdería barcas ante esas naves.
    .of = 0432b07d

decision-river_barred-title = Naves ante Zhenjiang
    .of = 4b361cd9

# decision-river_barred-brief = Zongbi writes from the river. The ships lie off the hill islands before Zhenjiang, higher than houses, and go where they like when the wind blows. Ours are barges and ferry boats. Behind him are the towns he has eaten empty; before him he can see the north bank. He and the other commander write each other civil letters. Zongbi has been told that everybody on that river has a price. And Talan, at Weizhou, has horsemen with nothing to do.
#     .of = 8924d766

# decision-river_barred-aside-1-says = One attempt has been made. Of those who got into the boats few came back.
#     .of = 5801ceb2

# decision-river_barred-voice-1-says = I have sent him compliments; let me send him something heavier. The silver was theirs to begin with. If he takes it, we are home in May and can fetch it again in October. If he does not, we have lost a messenger.
#     .of = 9ab9dfb1

# decision-river_barred-voice-1-expects = The ships let us through before June.
#     .of = d3b91252

# decision-river_barred-voice-2-says = You cannot buy a man whose emperor is writing him letters with his own hand. What he cannot do is be on both banks. I have a column that can be before Yangzhou in three weeks. Go up the river on your side, and it will go up on the other, and he will have to choose whom to watch.
#     .of = 5ed668c3

# decision-river_barred-voice-2-expects = Our horse on the north bank by the middle of May.
#     .of = b0678309

# decision-river_barred-voice-3-says = Every day we look at them they learn something. Put the picked men into whatever floats, go at first light, all at once. They have a hundred ships. We have a thousand boats, if we count the washtubs.
#     .of = ed7e2ee0

# decision-river_barred-voice-3-expects = A landing on the north bank at the first attempt.
#     .of = c2eb11bf

decision-river_barred-option-force-label = Cruzar ahora, en lo que flote
    .of = c1a37861

# decision-river_barred-option-force-detail = All boats at one place and one hour. Whoever is in the water when the ships come stays there.
#     .of = 63e8324a

decision-river_barred-option-ask-label = Ofrecer el botín por un río libre
    .of = 08e0c57d

# decision-river_barred-option-ask-detail = A letter goes over with an offer of silver, captives and horses. The army sees its pay being offered to the enemy.
#     .of = b1723239

decision-river_barred-option-call-label = Llamar a la orilla norte a los jinetes de Talan
    .of = 75188501

# decision-river_barred-option-call-detail = A column from Shandong comes down the canal to Yangzhou. Until it is there, Zongbi follows the bank upstream.
#     .of = c6c9aabc

# decision-river_barred-outcome = Zongbi offered to give back everything he had taken for free passage, and was refused; he added fine horses, and was refused again. Meanwhile Talan, from Weizhou, sent a column to the north bank.
#     .of = 1ad506ab

# decision-river_barred-quarrel = The offer stands in the Song books only; the Jin shi has fighting and no talk. That Talan himself was on the north bank, as Han's epitaph says, is refuted in Yaolu 32: he was at Weizhou and sent others. The force that he sent is in the record as an order of its own.
#     .of = 0ef6ad30

decision-old_channel-title = Un antiguo canal a Jiankang
    .of = ca05ac71

# decision-old_channel-brief = The army has followed the south bank upstream with the enemy's ships keeping pace, drums at night, small fights by day. Now it is at Huangtiandang, where the river is as wide as a lake, and the barges lie in a dead arm of it with the ships before its mouth. A native says that an old channel, silted up, runs from here towards the Qinhuai and Jiankang: some thirty li, a night's work for an army, if the army digs. Others say that an army that leaves its barges needs no channel. And the column from Shandong, if it is coming, may be on the other bank in a week or in a month.
#     .of = dd146ff9

# decision-old_channel-voice-1-says = They have ships and we have hands. By tomorrow night the barges are in Jiankang and he is guarding a puddle. Then we are above him on the river, behind walls of our own, and can choose the day.
#     .of = d56d903c

# decision-old_channel-voice-1-expects = The army in Jiankang within ten days.
#     .of = 032c4852

# decision-old_channel-voice-2-says = I would rather have my cousin back than his silk. At Caishi, two days above Jiankang, our couriers have gone over all winter without getting wet. Ships that watch barges at Jiankang do not watch Caishi. Let him leave the barges where they lie.
#     .of = b1e40416

# decision-old_channel-voice-2-expects = Over at Caishi before the end of June, with all the men.
#     .of = 4238e707

decision-old_channel-option-leave-label = Dejar las barcazas y cabalgar a Caishi
    .of = fd4100e4

# decision-old_channel-option-leave-detail = What cannot be carried is sunk. The army rides up the bank past Jiankang to the ferry that the couriers use.
#     .of = 07927193

decision-old_channel-option-dig-label = Cavar
    .of = fe8aea5d

# decision-old_channel-option-dig-detail = Everybody digs, captives first. The barges go through to Jiankang; the country there is made to feed the army that comes with them.
#     .of = 607fcc42

decision-old_channel-option-wait-label = Resistir aquí hasta que llegue la columna de Shandong
    .of = 1de6a260

# decision-old_channel-option-wait-detail = The dead arm is staked and the barges are drawn up. When there are riders on the other bank, both sides go at once.
#     .of = 4a3b1d59

# decision-old_channel-outcome = The channel was dug in a night, or a day and a night. The army came to Jiankang, the ships followed it there and lay before the city, and it still could not cross.
#     .of = 8e4345fb

# decision-old_channel-quarrel = Who knew of the channel? Somebody who offered advice, by the Song books; nobody, by the Jin shi, where Zongbi simply uses the old course of the Laoguan. Thirty li long in the Jin shi and the Song shi, twenty-odd in the Yaolu, fifty in the Ming topical history. Dug from Huangtiandang to get to Jiankang, or from Jiankang to come out above the ships: the books differ on that too. The day is our reckoning between 24 April and 21 May. In this game an army walks along the bank without any channel; what the digging brings is the boats.
#     .of = 547b4466

decision-still_day-title = El verano, el vado o el fuego
    .of = d35326a3

# decision-still_day-brief = Zongbi is in Jiankang with his army and his barges, and the Song ships are still on the river. The rains have begun; there is fever in the camps on Bell Hill and Rain Flower Terrace, and men are digging caves against the heat. There are three proposals. Wait until autumn in the caves, with the whole south between us and the next grain. Slip away to Caishi, without the barges. Or go out against the ships once more, on a day that suits us better than it suits them.
#     .of = ee5688b3

# decision-still_day-aside-1-says = Officers who were sent out against the ships have come back on their knees.
#     .of = 20a0ffd5

# decision-still_day-aside-2-says = A man of Fujian has explained the ships: high, heavy, all sail and matting, and dead in the water when the air is still.
#     .of = dcf4f85d

# decision-still_day-aside-3-says = Talan's riders can be seen on the other bank.
#     .of = 1d474aa0

# decision-still_day-voice-1-says = I lost boats out there and offered you my head for it. Now I know why. They were moving and we were not. Give me light boats, oars through the planks, bowmen who can hit an awning, and a morning without a breath of wind. Then it will be they who are the wall.
#     .of = 5fa12ce5

# decision-still_day-voice-1-expects = The ships burn and the army crosses, in June.
#     .of = b9de6bda

# decision-still_day-voice-2-says = The river is long, and he has a hundred ships. Leave the barges tied up with their lamps lit, and be gone in the night. Silver can be made good. I cannot say what I should tell my uncle about forty thousand men.
#     .of = 9e949f35

# decision-still_day-voice-2-expects = The army on the north bank by the end of June.
#     .of = 609f7f79

# decision-still_day-voice-3-says = What are you running from? You hold the best wall on the Yangzi. Collect the summer grain, let the heat fight the sailors as it fights you, and be there in September when the others come down. Whoever holds Jiankang can have a ruler for the south seated in it by winter.
#     .of = 7a735306

# decision-still_day-voice-3-expects = Jiankang still ours at the end of June, and the army fed.
#     .of = b446a7fc

decision-still_day-option-fire-label = Barcas ligeras, flechas de fuego y un día sin viento
    .of = 3dbe3f50

# decision-still_day-option-fire-detail = Boats are ballasted with earth and planked over, arrows are wrapped in one night. Then the army waits for the wind to drop.
#     .of = 68b837f8

# decision-still_day-option-fire-opens_by = Somebody must tell the camp how sea-ships can be beaten.
#     .of = 98f564d2

decision-still_day-option-summer-label = Quedarse en Jiankang hasta el otoño
    .of = 2de56e18

# decision-still_day-option-summer-detail = Ditches, caves, and the summer harvest of whoever lives here. The horses will be what suffers.
#     .of = dbe3ebc9

decision-still_day-option-caishi-label = Dejar las barcazas y cruzar en Caishi
    .of = 07fee6ef

# decision-still_day-option-caishi-detail = By night up the bank, two days' ride, and over by the couriers' ferry. The plunder of the campaign stays in Jiankang.
#     .of = e8b74687

# decision-still_day-outcome = On 2 June there was no wind. The light boats came out under oars, the awnings of the ships caught fire, and men and horses were burned or drowned in numbers nobody gives. Two officers, Sun Shixun and Yan Yongji, died fighting. Han Shizhong got away to Zhenjiang with the rest, and the army crossed.
#     .of = a59bca14

# decision-still_day-quarrel = The day and the fire are the same on both sides. The Jin shi has the fleet annihilated and chased for seventy li. Han Shizhong's epitaph has a light wind, slow sails and an enemy who got away, and not a word of the fire; Li Xinchuan says that it hides the defeat. If couriers crossed at Caishi all spring, why did the army not? The books do not ask; the plunder is our guess. That the army meant to spend the summer in Jiankang is what Song officials heard from the end of April on (Wang Zao's memorial, Yaolu 32); that a council weighed it is ours.
#     .of = 71d21101

decision-han_stays-title = Dónde han de estar las naves de Han Shizhong
    .of = dfc561a1

# decision-han_stays-brief = Han Shizhong had been called to guard the emperor. He has asked, instead, to be left on the river: the enemy must come back over it one day, heavy and tired, and he means to be there and to fight it out to the last man. He held a great lantern feast at Xiuzhou so that everybody should think him idle. Now the enemy is turning. Between the emperor's ships and the enemy there is nothing but Zhang Jun with what he brought away from Mingzhou. The enemy has chased the emperor's ships for three hundred li. If he comes again, the council will be asked who sent the fleet away.
#     .of = 6419137a

# decision-han_stays-voice-1-says = I said the same at Kuaiji: he advances, we withdraw; he withdraws, we come back, and somebody must be standing in his door. We have one fleet and he has none. On the sea we can always go further. On the river he cannot.
#     .of = 02c1d3d2

# decision-han_stays-voice-1-expects = The enemy is stopped at the Yangzi.
#     .of = 4aaf45fb

# decision-han_stays-voice-2-says = Twice this winter the emperor slept in his armour. What is a river to us if he is taken? Bring the ships here. Let the enemy go home with his silver; the sooner he is gone, the better I shall sleep.
#     .of = 52b16625

# decision-han_stays-voice-2-expects = The emperor is safe and the enemy over the river by June.
#     .of = aa53e714

# decision-han_stays-voice-3-says = I ran from Muyang and I left Zhenjiang before I was pushed. I do not intend to be remembered for it. He is a horseman, and I have picked the only place in the empire where he has to get off. Leave me there.
#     .of = 69741c44

# decision-han_stays-voice-3-expects = His army is still on the south bank in the middle of May.
#     .of = b92f9de7

decision-han_stays-option-court-label = Llamar la flota a Wenzhou
    .of = d6a918b3

# decision-han_stays-option-court-detail = The ships come down the coast and lie round the emperor's. The river is left to whoever wants to cross it.
#     .of = fd67481b

decision-han_stays-option-river-label = Dejarlo en el río
    .of = 90946b2e

# decision-han_stays-option-river-detail = An autograph letter gives him leave. He goes up to Zhenjiang, and what guards the emperor is the sea.
#     .of = 68e74256

decision-han_stays-option-half-label = En el río, con plata para sus hombres
    .of = 49de7fbf

# decision-han_stays-option-half-detail = He has his leave and the treasury's last ready silver with it. Zhang Jun's men by the emperor, who are owed as much, hear of that at once.
#     .of = bc2e8f82

# decision-han_stays-outcome = The emperor wrote that Lü Yihao had once said the same, and let him stay. Han Shizhong slipped up to Zhenjiang; on 24 March they knew of it in the enemy's camp. When the enemy came in April he was there before them.
#     .of = 6d30adbc

# decision-han_stays-quarrel = The emperor's leave is entered under 5 February in Yaolu 31, before our first day. We lay the question once more when the enemy turns, and date it by the day on which the other side knew.
#     .of = e61a9e9a

decision-come_back-title = Cuándo volver del mar
    .of = 093ba063

# decision-come_back-brief = Lin'an is empty of the enemy. From Wenzhou, where a month of the court has cost the people more rice and straw than they had, the road home leads up the coast. Lü Yihao wants to go as far as the canal towns at once: an emperor in sight of his generals is worth an army. The censor Zhao Ding says that the enemy is a few days' ride beyond those towns and can turn round. There is also Yuezhou, half-way, with walls and a prefect's hall. Nobody proposes to stay in Wenzhou, except those who have to pay for the moving.
#     .of = afa759d1

# decision-come_back-voice-1-says = Who will fight for a court that nobody can find? The enemy is in a bottle and Han Shizhong is the cork. If the emperor is at Pingjiang, every commander on the river must ask himself what he did that day. From a ship in Wenzhou we can reward nobody, and frighten nobody.
#     .of = e7db36b5

# decision-come_back-voice-1-expects = The enemy does not cross while the emperor is near.
#     .of = 77bff514

# decision-come_back-voice-2-says = He has gone a hundred miles, not a thousand. If he is as cornered as we are told, there is no hurry; if he is not, we shall be the ones who are. Wait until Zhexi is quiet, move as far as Yuezhou, and let the people there see that it is possible to come back without running.
#     .of = efe5c45d

# decision-come_back-voice-2-expects = The court is at Yuezhou and safe in June.
#     .of = 6da4f9b1

decision-come_back-option-yuezhou-label = Hasta Yuezhou, en barco
    .of = ec8497fe

# decision-come_back-option-yuezhou-detail = The court sails up the coast and takes a prefect's hall. It is a government again, a hundred miles from the war.
#     .of = 3e777eac

decision-come_back-option-canal-label = Más allá, a Pingjiang, a la vista de los generales
    .of = c6d8a656

# decision-come_back-option-canal-detail = The ancestral tablets are set up in a burnt town. The armies are within three days' ride of the emperor, and so is the enemy.
#     .of = d39a339f

decision-come_back-option-stay-label = Quedarse junto a los barcos hasta el otoño
    .of = 6189d140

# decision-come_back-option-stay-detail = Wenzhou goes on paying. Whatever happens on the river, the emperor is a day's sail from it already.
#     .of = f019d17b

# decision-come_back-outcome = On 13 April Lü Yihao's wish to go to Zhexi was put off on Zhao Ding's word. The emperor sailed from Wenzhou on 28 April and took up his seat at Yuezhou on 20 May.
#     .of = d6422d13

decision-who_opened-title = Los que abrieron sus puertas
    .of = 2434cce9

# decision-who_opened-brief = As the enemy goes, reports come in from the towns he went through. Prefects who left on the first alarm ask for their posts again. Others bowed to the enemy, were given a seal by him, and now send it in with excuses. Officers lost their men, or lost themselves. Whole companies that ran from Jiankang live on the villages of Guangde and Xuanzhou and will become robbers if they are called traitors. The censors want examples. The generals want soldiers. The law is quite clear, and if it were applied there would be nobody to govern three provinces.
#     .of = ac6a0768

# decision-who_opened-voice-1-says = A civil official swears an oath, and a soldier is given a spear. Strike off those who bowed, let the prefects wait for their own sentence, and pardon every man who ran: he ran because his betters had. What we need next autumn is the men who ran.
#     .of = 731dd479

# decision-who_opened-voice-1-expects = The country south of the river is quieter by June.
#     .of = 5c409ca5

# decision-who_opened-voice-2-says = Du Chong was a chief councillor and opened Jiankang. If that is forgiven, in one word or in many, then next winter we shall have no gates at all. Let ten be tried, by name, and let it be known what they were paid.
#     .of = a34b45c4

# decision-who_opened-voice-2-expects = The court is respected for it.
#     .of = f8a48522

decision-who_opened-option-strike_off-label = Borrar a los funcionarios, perdonar a los soldados
    .of = 7507830d

# decision-who_opened-option-strike_off-detail = Whoever bowed to the enemy loses his office, prefects and their deputies wait for a ruling of their own; the companies may come in with their officers.
#     .of = ca75cdde

decision-who_opened-option-amnesty-label = Una amnistía para todos
    .of = 4126a024

# decision-who_opened-option-amnesty-detail = Seals of the enemy are handed in and no questions asked. Those who did not open their gates will have a question.
#     .of = 3aa8bdf8

decision-who_opened-option-try-label = Juzgarlos, por su nombre
    .of = 0e17e52d

# decision-who_opened-option-try-detail = Ten trials, with their papers published. Every town that opened its gates holds its breath.
#     .of = 78c0f092

# decision-who_opened-outcome = By an edict of 27 April the officials who had bowed to the enemy were dismissed, except that prefects and their deputies awaited a special ruling; commanders and soldiers who had scattered before greater numbers were pardoned, for fear that they would take to robbery.
#     .of = 9c89d6bd

# decision-who_opened-quarrel = The text gives the edict and its reason. Who argued for what is ours, from what these men wrote in other matters that spring.
#     .of = bc22b6f1

decision-passage_asked-title = El enemigo pide el río
    .of = acde332c

# decision-passage_asked-brief = Wuzhu asks for the river. He offers what he has taken from the towns of the south, people and goods, and fine horses on top of it, if the ships let him go over. It is a humble letter, for him. With that silver the troops could be paid until autumn, and in the barges there are craftsmen, officials, somebody's daughters. But it was he who burned the houses they come from, he will be back with the cold, and never again will he be found without his horse under him. Han Shizhong answers such letters with a jug of wine in his hand. He will do as he is told, if he is told soon.
#     .of = bffb9c6a

# decision-passage_asked-voice-1-says = That is not difficult, I told him. Give back our two emperors, and our old borders, and go in peace. He had nothing to say. If I take his silver, he has bought the river for the price of one city's spoons, and my men will know what they were worth.
#     .of = d356d1d8

# decision-passage_asked-voice-1-expects = He is still on the south bank in June.
#     .of = ca2a3533

# decision-passage_asked-voice-2-says = We cannot destroy him; we have eight thousand men. We can be paid by him. Every day he sits there he eats Changzhou. Take the people and the silver while he is afraid, for he will be less so on the first day without a wind.
#     .of = e7754e65

# decision-passage_asked-voice-2-expects = The plunder comes back, and he is gone by June.
#     .of = 24346d59

# decision-passage_asked-voice-3-says = A man who asks is a man who is hungry. Say nothing to him at all. Send Zhang Jun and whoever else can walk down on his back, while the ships hold his front. A chance like this is given to a house once.
#     .of = 8e21226b

# decision-passage_asked-voice-3-expects = A second Song army at his back before June.
#     .of = 072a15b5

decision-passage_asked-option-take-label = Tomar el botín y abrir el río
    .of = e91edf85

# decision-passage_asked-option-take-detail = The ships draw back to Changzhou and let him go over. The people come ashore. So does the news of how they were got back.
#     .of = 30129d9e

decision-passage_asked-option-strike-label = Ninguna respuesta, y un ejército a su espalda
    .of = 4d3ce0c9

# decision-passage_asked-option-strike-detail = Zhang Jun marches for Changzhou with everything he has, and Yue Fei is told to join him. What guards the court marches with him.
#     .of = ca743e85

decision-passage_asked-option-refuse-label = Los dos emperadores y la tierra, o nada
    .of = 0282355f

# decision-passage_asked-option-refuse-detail = The answer goes back across the water, and to the north as a letter of state. Nobody expects it to be accepted.
#     .of = 746c833b

# decision-passage_asked-outcome = Han Shizhong told Wuzhu to give back the two emperors and the lost land. A few days later Wuzhu asked for another talk and spoke rudely; Han drew his bow, and Wuzhu rode off.
#     .of = 7ee37a72

# decision-passage_asked-quarrel = He answered on the spot and asked nobody; that the court was asked is ours. So are both other opinions, though Lü Yihao did press for troops to be sent. The date is our reckoning from the order of events: the talks are told before 25 May.
#     .of = c371d2dd

decision-own_campaign-title = La campaña del propio emperador
    .of = eb9020e9

# decision-own_campaign-brief = Han Shizhong reports that the enemy is shut up between Jiankang and the river and does not know where to turn. Lü Yihao wants an edict today: the emperor will lead the campaign in person and go to Zhexi, and picked troops go ahead to help the ships. His colleague Wang Tao would send the troops and leave out the edict. The censor Zhao Ding will have neither: Han's reports are all we have, and no report from a river was ever smaller than the truth; robbers by the ten thousand hold Guixi; and Zhang Jun's men are the only troops that stand between the throne and whoever comes next.
#     .of = e7a7ca25

# decision-own_campaign-voice-1-says = A hundred thousand of them are in one city with the river before them. If the emperor's banner moves, every army in the south-east must move with it, or explain itself. If it does not, we shall spend ten years explaining today.
#     .of = f5f40e4b

# decision-own_campaign-voice-1-expects = Zhang Jun's troops stand before Jiankang in June.
#     .of = c0e187af

# decision-own_campaign-voice-2-says = Suppose the report is right: then they do not need us. Suppose it is wrong, and the men in Jiankang have not gone, and turn round, when we are on the road with six ministries and no wall. The emperor has been hunted enough. Wait until the last of them is over the river.
#     .of = c208938b

# decision-own_campaign-voice-2-expects = The emperor is at his seat and the enemy gone, in June.
#     .of = bc8d8280

# decision-own_campaign-voice-3-says = An edict does not row. Send Zhang Jun with what can march, quietly, and keep the emperor where he is. Wang Tao says the same, and we agree so rarely that it may be the right thing.
#     .of = 2ab25ebf

# decision-own_campaign-voice-3-expects = Zhang Jun is on the canal by the end of June.
#     .of = 43d30aaa

decision-own_campaign-option-troops-label = Enviar a Zhang Jun, y ningún edicto
    .of = 9766ad7e

# decision-own_campaign-option-troops-detail = Eight thousand men go up the canal. Nobody is told why, and nobody is to blame.
#     .of = bdfebe1b

decision-own_campaign-option-proclaim-label = Proclamar la campaña del propio emperador
    .of = 11dd3efa

# decision-own_campaign-option-proclaim-detail = The edict goes out to all circuits, and Zhang Jun goes before. An edict like that can be broken only once.
#     .of = 1698103e

decision-own_campaign-option-stay-label = Ni edicto ni tropas
    .of = 62ba8bed

# decision-own_campaign-option-stay-detail = The court stays behind its wall and prays for wind.
#     .of = 264282bc

# decision-own_campaign-outcome = The edict was issued on 21 May. Zhao Ding attacked it and was moved to an honorary post, stayed at home, impeached Lü Yihao, and was back in office on 3 June, the day after Lü fell. The emperor had not left Yuezhou. On 5 June Zhang Jun was given the troops of Zhexi, three days after the river had been crossed.
#     .of = d9832cae

# decision-own_campaign-quarrel = The Song shi prints the councillor's name for the general's in the entry of 5 June. Some Song authors hold that Lü's edict frightened the enemy; most say it was words.
#     .of = 15f52490

# checkpoint-left_linan-title = The Jin army had left Lin'an
#     .of = 2e00bcba

# checkpoint-left_linan-claim-1-says = withdraws on the day bingxu, 24 March
#     .of = 9447d385

# checkpoint-left_linan-claim-2-says = the same day, after a diary, against an annal that has the 25th
#     .of = 44d2a502

# checkpoint-left_linan-claim-3-says = Zongbi comes back from Hang on the day yihai, which is 13 March
#     .of = 312d65aa

# checkpoint-stopped-title = The Jin army was stopped at the river before Zhenjiang
#     .of = 847f64e0

# checkpoint-stopped-claim-1-says = on 24 April Han Shizhong, encamped on the hill islands, meets them; they cannot cross
#     .of = 1c298651

# checkpoint-stopped-claim-2-says = fought at Zhenjiang, not to our advantage; two hundred and more Khitan and Han soldiers lost
#     .of = 214ed28f

# checkpoint-stopped-claim-3-says = the day of the arrival is not known; some days after 19 April
#     .of = 50714a41

# checkpoint-taiyi_came-title = Jin horse stood on the north bank
#     .of = 50d2b189

# checkpoint-taiyi_came-claim-1-says = Taiyi lies before Yangzhou, whose prefect is not moved, then goes on to Zhenzhou; told under 20 May
#     .of = 0d5ec8f6

# checkpoint-taiyi_came-claim-2-says = Talan sends Yilagu by Tianchang, and others join
#     .of = b86791e0

# checkpoint-taiyi_came-claim-3-says = Talan himself holds the north bank
#     .of = 8771fc9f

# checkpoint-at_jiankang-title = The Jin army was at Jiankang
#     .of = bc1ae484

# checkpoint-at_jiankang-claim-1-says = thirty li of the old Laoguan channel opened in a day and a night, and so to Jiangning
#     .of = e24acc41

# checkpoint-at_jiankang-claim-2-says = goes to Jiankang (under 21 May); a channel of thirty li dug in one night on somebody's advice
#     .of = 0239040a

# checkpoint-at_jiankang-claim-3-says = twenty-odd li, dug from the city out into the river, above the ships
#     .of = c80dec88

# checkpoint-at_jiankang-claim-4-says = fifty li
#     .of = 5efab6ab

# checkpoint-held_forty_days-title = Five weeks after Zhenjiang it was still on the south bank
#     .of = 2674b94d

# checkpoint-held_forty_days-claim-1-says = they faced each other at Huangtiandang for forty-eight days
#     .of = 23214d6c

# checkpoint-held_forty_days-claim-2-says = forty-eight days in his epitaph, which also quotes a letter of the emperor's: nearly two months
#     .of = 87717f0d

# checkpoint-held_forty_days-claim-3-says = from 2 June one would have to count back to a day before the enemy had even reached Changzhou; it should perhaps be thirty-eight
#     .of = 5ba50360

# checkpoint-held_forty_days-claim-4-says = gives no number of days; between its two battles lie the third month and the twenty-fifth of the fourth
#     .of = 45516dde

# checkpoint-court_at_yuezhou-title = The Song court was at Yuezhou
#     .of = 421b7ea5

# checkpoint-court_at_yuezhou-claim-1-says = sails on 28 April, at Yuezhou on 20 May
#     .of = 95f766ee

# checkpoint-court_at_yuezhou-claim-2-says = the same, with the stages of the voyage
#     .of = b023fb58

# checkpoint-fleet_beaten-title = The Song fleet was beaten on the river
#     .of = 2a440825

# checkpoint-fleet_beaten-claim-1-says = defeated by fire, says juan 26; no wind, fire from small boats, two officers dead, the enemy away, says juan 364
#     .of = d6d8df09

# checkpoint-fleet_beaten-claim-2-says = the ships burn, are chased for seventy li, and are annihilated; Han Shizhong barely escapes
#     .of = f07a07fe

# checkpoint-fleet_beaten-claim-3-says = the burned and drowned past counting; the epitaph keeps silent about it, and hides it
#     .of = ff2e6acb

# checkpoint-fleet_beaten-claim-4-says = beaten off Jiankang on 2 June, a day after the court had rewarded him for a victory there
#     .of = 8d809bd8

# checkpoint-fleet_beaten-claim-5-says = the wind was weak and the sails slow; the enemy slipped across
#     .of = 5d84ce33

# checkpoint-army_home-title = The Jin army was over the Yangzi
#     .of = 402fdfbf

# checkpoint-army_home-claim-1-says = fights again at Jiangning on the day bingshen, 2 June, and all armies cross
#     .of = 298b102f

# checkpoint-army_home-claim-2-says = the same day; then camps at Liuhe
#     .of = 6c0b198f

# checkpoint-jiankang_again-title = Jiankang was Song's again
#     .of = 87ee0df3

# checkpoint-jiankang_again-claim-1-says = on 18 June they burn Jiankang and go; Yue Fei falls on them at Jing'an and beats them
#     .of = f85e0223

# checkpoint-jiankang_again-claim-2-says = Yue Fei retakes Jiankang after days of fighting at Niutou and Jing'an
#     .of = eb4aef7f

# checkpoint-jiankang_again-claim-3-says = they leave by Jing'an; Yue Fei beats their rear; Qian Xu, the acting sub-prefect, enters the city with militia
#     .of = 054a2c5c

# checkpoint-jiankang_again-claim-4-says = has no battle at Jiankang after the crossing
#     .of = 3277ad7b

ending-army_lost-title = Nadie volvió a casa
    .of = 3b6d1fe3

ending-army_lost-text = El ejército que fue al mar ya no existe. Una parte está en el río, otra en los arrozales, otra en las aldeas, donde la gente tiene memoria larga y cuchillos cortos; otra la cuentan escribanos que nunca pensaron contar tales cosas. En Huining se da la noticia junta a las familias de compañías enteras. La plata de Lin'an está en el lodo del Yangzi, y los muchachos bucean por ella. En el sur, una corte que había vivido en barcos aprende que se puede destruir un ejército de jinetes, y quién puede, y empieza a preguntarse qué debe dar a tales hombres y qué debe negarles. Lo que se tuvo por una tormenta resultó ser, al cabo, un ejército.
    .of = 71498e93

ending-still_there-title = Verano en la orilla equivocada
    .of = 2bbb0f29

ending-still_there-text = Es fines de junio, y el ejército que quemó Lin'an sigue al sur del Yangzi. Han llegado las lluvias. Caballos que valían cada uno una aldea están con la cabeza gacha; hombres de un país de nieve yacen en cuevas y tiemblan. Lo que los soldados tomaron en invierno lo ofrecen ahora por arroz. Cada mañana hay naves en el río. Dentro de tres meses hará fresco, y quien viva podrá volver a cabalgar; el consejo de Yuezhou, o de donde esté ya, tiene ese tiempo para hacer lo que hasta hoy no ha podido. Nadie en ninguna de las dos orillas ha visto nada igual, y los campesinos que están en medio han dejado de preguntar de quién es.
    .of = 67add346

ending-over_burnt_ships-title = Un día sin viento
    .of = 7e1b136b

ending-over_burnt_ships-text = Las naves ya no están y el ejército ha cruzado. Durante semanas cien velas detuvieron a más jinetes de los que nadie había visto nunca en aquella orilla; luego hubo un día en que colgaron derechas. A lo largo del río la gente recoge palos, y grano, y cosas peores. Los dos bandos lo contarán, y cada uno callará algo: el uno cuánto duró, el otro cómo terminó. Ya se habla de ascender al general que perdió las naves. El príncipe que las quemó no tiene prisa por volver a ver esta orilla. En el sur una corte sabe ahora lo que vale un río; y en el norte saben lo que cuesta.
    .of = c609d30a

ending-over_unhindered-title = Se fueron de noche
    .of = d9e26e93

ending-over_unhindered-text = El ejército está al otro lado del río, y las naves siguen allí. Fue por donde ellas no estaban, o ellas no estaban por donde fue, por acuerdo, por orden o por descuido; habrá un informe. Los caballos están flacos, mucho de lo que había de llevarse a casa quedó en una orilla o en la otra, y los hombres que se habían jactado del mar no dicen mucho del río. La flota Song tiene sus velas, sus lanzapiedras y su general invicto, y la corte tiene un enemigo que volverá con el frío. Nadie ha ganado nada que se pueda grabar en una piedra. Hace cuatro meses la misma corte lo habría llamado un milagro.
    .of = 820fb446

//! The month's account, lean, defections, incidents, fallen houses and puppets.

use rivers_and_mountains::base::date::Turn;
use rivers_and_mountains::base::ids::{CourtId, IncidentId};
use rivers_and_mountains::events::{
    Account, Downfall, Event, How, MenAccount, Reason, Stat, Task, Why,
};
use rivers_and_mountains::orders::{Order, OrderNow, Reign};
use rivers_and_mountains::prose::events as prose;
use rivers_and_mountains::prose::house::wants;
use rivers_and_mountains::prose::texts::Texts;
use rivers_and_mountains::rules::systems::{court as courts, incidents, march, recruits, treasury};
use rivers_and_mountains::scenario::language::{Good, ItCondition, Scope};
use rivers_and_mountains::scenario::model::{Cond, Eff};
use rivers_and_mountains::view::View;

use crate::harness::{Stage, army, chose, draft, jin, men, person, place, some_seed, song, stat};

fn paid(court: CourtId, good: Good, amount: i64, why: Reason) -> Event {
    Event::Goods {
        from: Account::Court(court),
        to: Account::Country,
        good,
        amount,
        why,
    }
}

fn of_court(events: Vec<Event>, court: CourtId) -> Vec<Event> {
    let account = Account::Court(court);
    events
        .into_iter()
        .filter(
            |e| matches!(e, Event::Goods { from, to, .. } if *from == account || *to == account),
        )
        .collect()
}

/// Every man Song pays on the first day.
fn song_men(stage: &Stage) -> i64 {
    let garrisons: u32 = ["kaifeng", "huazhou", "xunzhou", "zhending", "taiyuan"]
        .map(|p| stage.game().town(place(p)).garrison)
        .iter()
        .sum();
    i64::from(garrisons + 25_000)
}

#[test]
fn once_a_month_revenue_comes_in_and_troops_are_paid() {
    let mut stage = Stage::new();
    let soldiers = song_men(&stage);
    let homes = [(261_117, 5), (26_522, 5), (92_353, 20), (155_263, 5)];
    let revenue = |milli: i64| -> i64 {
        homes
            .iter()
            .map(|(homes, unrest)| homes * (100 - unrest) * 100 / 10_000 * milli / 1_000)
            .sum()
    };
    let came = |good, amount| Event::Goods {
        from: Account::Country,
        to: Account::Court(song()),
        good,
        amount,
        why: Reason::Revenue,
    };
    // Three in a hundred of what lies beyond a year's rations.
    let rations = soldiers * 9 / 10;
    let store = stage.game().realm(song()).treasury[Good::Grain as usize] + revenue(260) - rations;
    let spoilt = (store - 12 * rations) * 3 / 100;
    assert!(spoilt > 0);
    let offices = 1_300_000 * (261_117 + 26_522 + 92_353 + 155_263) / 11_000_000;
    assert_eq!(
        of_court(stage.run(treasury::run), song()),
        [
            came(Good::Silver, revenue(15)),
            came(Good::Silk, revenue(35)),
            came(Good::Cash, revenue(430)),
            came(Good::Grain, revenue(260)),
            paid(song(), Good::Cash, soldiers * 42 / 10, Reason::Pay),
            paid(song(), Good::Grain, soldiers * 9 / 10, Reason::Rations),
            paid(song(), Good::Cash, offices, Reason::Offices),
            paid(song(), Good::Grain, spoilt, Reason::Spoiled),
        ]
    );
    stage.xun(1);
    assert_eq!(stage.run(treasury::run), [], "and only once");
}

#[test]
fn a_besieged_town_yields_nothing_and_an_empty_treasury_pays_in_heart() {
    let mut stage = Stage::with(1, |book| {
        book.courts[song().index()].treasury = [0; 5];
        for at in &mut book.atlas.places {
            at.households = 0;
        }
    });
    let events = stage.run(treasury::run);
    assert_eq!(of_court(events.clone(), song()), []);
    assert_eq!(
        events
            .iter()
            .filter(|e| matches!(
                e,
                Event::Stat {
                    why: Why::Arrears,
                    ..
                }
            ))
            .cloned()
            .collect::<Vec<_>>(),
        [
            stat(Stat::Spirit(army("western_van")), -4, Why::Arrears),
            stat(Stat::Spirit(army("yao_pingzhong_corps")), -4, Why::Arrears),
            stat(Stat::Legitimacy(song()), -1, Why::Arrears),
        ]
    );
    let mut stage = Stage::new();
    let free = treasury::month(stage.game(), song()).revenue;
    stage.given(Event::SiegeLaid {
        place: place("taiyuan"),
        by: jin(),
        close: false,
    });
    let shut = treasury::month(stage.game(), song()).revenue;
    assert_eq!(
        free[Good::Cash as usize] - shut[Good::Cash as usize],
        155_263 * 95 * 100 / 10_000 * 430 / 1_000
    );
}

#[test]
fn what_goes_on_inside_a_court_s_country_is_heard_there_alone() {
    let hears = |effects: Vec<Eff>| {
        let mut stage = Stage::with(1, |book| book.incidents[0].effects = effects);
        stage.given(Event::Befell {
            incident: IncidentId(0),
            army: None,
            place: None,
        });
        stage.xun(9);
        [song(), jin()].map(|court| {
            View::new(stage.game(), court)
                .heard(Turn(0))
                .any(|n| matches!(n.event, Event::Befell { .. }))
        })
    };
    assert_eq!(
        hears(vec![Eff::Unrest(place("zhending"), 3)]),
        [true, false]
    );
    assert_eq!(hears(vec![Eff::Spirit(army("jin_east"), 3)]), [false, true]);
    assert_eq!(hears(vec![Eff::Die(person("li_gang"))]), [true, true]);
}

#[test]
fn weather_befalls_those_who_stand_near_it() {
    let befallen = |km| {
        let mut stage = Stage::with(1, |book| {
            let incident = &mut book.incidents[0];
            incident.scope = Scope::EachArmy;
            incident.when = Cond::Always;
            incident.it = vec![ItCondition::Within(place("kaifeng"), km)];
            incident.chance = 100;
            incident.once = false;
        });
        let events = stage.run(incidents::run);
        let mut at: Vec<u32> = Vec::new();
        for event in events {
            if let Event::Befell {
                place: Some(here), ..
            } = event
            {
                at.push(stage.game().book.atlas.km(here, place("kaifeng")));
            }
        }
        at
    };
    assert!(befallen(150).iter().all(|km| *km <= 150));
    assert!(befallen(9_000).len() > befallen(150).len());
    assert!(!befallen(150).is_empty());
}

#[test]
fn a_death_in_captivity_is_kept_from_those_at_home_for_as_long_as_the_file_says() {
    let who = person("li_bangyan");
    let dies = |others_after| {
        let mut stage = Stage::with(1, |book| {
            let incident = &mut book.incidents[0];
            incident.effects = vec![Eff::Die(who)];
            incident.heard_by = vec![jin()];
            incident.others_after = others_after;
        });
        stage.given(Event::Taken {
            person: who,
            by: jin(),
            surrendered: false,
        });
        stage.given(Event::Befell {
            incident: IncidentId(0),
            army: None,
            place: None,
        });
        stage.given(Event::Died {
            person: who,
            in_battle: false,
        });
        stage
    };
    let told = |stage: &Stage, court| {
        let view = View::new(stage.game(), court);
        let heard = |wanted: fn(&Event) -> bool| view.heard(Turn(0)).any(|n| wanted(n.event));
        let story = heard(|e| matches!(e, Event::Befell { .. }));
        assert_eq!(story, heard(|e| matches!(e, Event::Died { .. })));
        assert_eq!(story, !view.alive(who));
        story
    };
    let mut stage = dies(Some(3));
    assert!(told(&stage, jin()));
    assert!(!told(&stage, song()));
    let captive = View::new(stage.game(), song()).captive(who);
    assert_eq!(captive.map(|c| c.of), Some(jin()));
    stage.xun(3);
    assert!(told(&stage, song()));
    assert_eq!(View::new(stage.game(), song()).captive(who), None);
    let mut stage = dies(None);
    stage.xun(9);
    assert!(!told(&stage, song()));
}

#[test]
fn where_cash_falls_short_the_troops_are_paid_in_silver_and_then_in_silk() {
    let mut stage = Stage::with(1, |book| {
        book.courts[song().index()].treasury = [0, 10_000, 1_000_000, 40_000, 0];
        for at in &mut book.atlas.places {
            at.households = 0;
        }
    });
    let pay = song_men(&stage) * 42 / 10;
    let month = treasury::month(stage.game(), song());
    let silk = pay - 40_000 - 20_000;
    assert_eq!((month.handed.silver, month.handed.silk), (10_000, silk));
    let events = stage.run(treasury::run);
    assert_eq!(
        of_court(events.clone(), song()),
        [
            paid(song(), Good::Cash, 40_000, Reason::Pay),
            paid(song(), Good::Silver, 10_000, Reason::PayInKind),
            paid(song(), Good::Silk, silk, Reason::PayInKind),
        ]
    );
    assert!(events.contains(&Event::PaidInKind {
        court: song(),
        silver: 10_000,
        silk,
        unpaid: 0
    }));
    let arrears = |e: &Event| {
        matches!(
            e,
            Event::Stat {
                why: Why::Arrears,
                ..
            }
        )
    };
    assert!(!events.iter().any(arrears), "paid in kind is paid");
}

#[test]
fn whoever_lives_by_pay_and_goes_without_takes_no_heart_from_rest_and_gets_no_men() {
    let (corps, host) = ("yao_pingzhong_corps", "jin_west");
    // What rest and the colours bring an army whose court has so much, and what the month's account does to it.
    let rests = |id: &str, chest: i64| {
        let mut stage = Stage::with(1, |book| {
            for court in &mut book.courts {
                court.treasury = [0, 0, 0, chest, 0];
                court.at_war_with.clear();
            }
            for at in &mut book.atlas.places {
                at.households = 0;
            }
        });
        let who = army(id);
        let home = if id == corps { "kaifeng" } else { "yanjing" };
        stage.about(id, Task::Hold, home);
        let men = stage.game().force(who).men / 2;
        stage.given(men_scatter(&stage, id, men));
        stage.moved(Stat::Spirit(who), 40 - stage.game().force(who).morale);
        while !stage.game().month_begins() || stage.game().turn().0 < 6 {
            stage.xun(1);
        }
        let account = stage.run(treasury::run);
        let arrears = account.contains(&stat(Stat::Spirit(who), -4, Why::Arrears));
        let rested = stage.run(march::run).iter().any(|e| {
            matches!(e, Event::Stat { stat: Stat::Spirit(of), why: Why::Time, .. } if *of == who)
        });
        let came = stage
            .run(recruits::run)
            .iter()
            .any(|e| matches!(e, Event::Men { to: MenAccount::Army(of), .. } if *of == who));
        (arrears, rested, came)
    };
    assert_eq!(rests(corps, 9_000_000), (false, true, true));
    assert_eq!(rests(corps, 0), (true, false, false));
    assert_eq!(rests(host, 0), (false, true, true));
}

/// So many men of an army leave it.
fn men_scatter(stage: &Stage, id: &str, n: u32) -> Event {
    let court = stage.game().force(army(id)).court;
    men(MenAccount::Army(army(id)), MenAccount::Scattered(court), n)
}

#[test]
fn a_month_without_any_pay_is_told_as_one() {
    let mut stage = Stage::with(1, |book| {
        book.courts[song().index()].treasury = [0; 5];
        for at in &mut book.atlas.places {
            at.households = 0;
        }
    });
    let owed = song_men(&stage) * 42 / 10;
    assert!(treasury::month(stage.game(), song()).in_arrears());
    let event = Event::PaidInKind {
        court: song(),
        silver: 0,
        silk: 0,
        unpaid: owed,
    };
    assert!(stage.run(treasury::run).contains(&event));
    let (texts, view) = (Texts::default(), View::new(stage.game(), song()));
    let told = prose::event(&texts, &view, &event).expect("it is told");
    assert!(told.contains("pay was not found"), "{told}");
    assert!(wants(&texts, &view).len() >= 2);
}

#[test]
fn a_court_leans_to_those_who_sit_in_council() {
    let lean = |stage: &mut Stage, court| -> Vec<i32> {
        stage
            .run(courts::run)
            .into_iter()
            .filter_map(|e| match e {
                Event::Stat {
                    stat: Stat::Lean(c),
                    by,
                    why: Why::Council,
                } if c == court => Some(by),
                _ => None,
            })
            .collect()
    };
    let mut stage = Stage::new();
    // Li Bangyan with two seats' voice, for peace at eighty, and the emperor with one, who leans to it by twenty: a twelfth of the way.
    assert_eq!(lean(&mut stage, song()), [-5]);
    assert_eq!(
        lean(&mut stage, jin()),
        [0; 0],
        "five points are no twelfth"
    );
    stage.given(Event::Vacated {
        person: person("li_bangyan"),
        post: crate::harness::post("chief_councillor"),
    });
    assert_eq!(lean(&mut stage, song()), [0; 0], "nobody sits");
    stage.given(Event::Appointed {
        person: person("li_gang"),
        post: crate::harness::post("chief_councillor"),
    });
    assert_eq!(lean(&mut stage, song()), [4], "Li Gang against the emperor");
}

/// Yao Pingzhong alone at Huazhou, Wolibu across the river; the loyalty of the one is moved.
fn pressed(seed: u64, by: i32, friends: bool) -> Vec<Event> {
    let mut stage = Stage::with(seed, |_| {});
    stage.xun(1);
    stage.moved(Stat::Loyalty(person("yao_pingzhong")), by);
    stage.about("yao_pingzhong_corps", Task::Hold, "huazhou");
    stage.about("jin_east", Task::Hold, "xunzhou");
    if friends {
        stage.about("western_van", Task::Hold, "huazhou");
    }
    stage
        .run(courts::run)
        .into_iter()
        .skip_while(|e| !matches!(e, Event::WentOver { .. }))
        .collect()
}

#[test]
fn a_doubtful_general_goes_over_with_his_army_and_his_town() {
    let (yao, at) = (person("yao_pingzhong"), place("huazhou"));
    let corps = army("yao_pingzhong_corps");
    let events = some_seed(|seed| Some(pressed(seed, -40, false)).filter(|e| !e.is_empty()));
    assert_eq!(
        events[..6],
        [
            Event::WentOver {
                person: yao,
                to: jin()
            },
            // Of troops of the state a fifth go home.
            men(
                MenAccount::Army(corps),
                MenAccount::Scattered(song()),
                2_000
            ),
            Event::ArmyWentOver {
                army: corps,
                to: jin()
            },
            men(
                MenAccount::Garrison(at),
                MenAccount::Scattered(song()),
                1_050
            ),
            men(MenAccount::Garrison(at), MenAccount::Prisoners(jin()), 450),
            Event::Fell {
                place: at,
                from: Some(song()),
                to: jin(),
                how: How::Treachery
            },
        ]
    );
    for seed in 0..200 {
        assert_eq!(pressed(seed, 0, false), [], "a loyal man does not: {seed}");
        assert_eq!(
            pressed(seed, -40, true),
            [],
            "nor one among friends: {seed}"
        );
    }
}

/// The fever of the stage, in a month, on an army about this.
fn fever(seed: u64, xun: u16, task: Task, at: &str) -> Vec<Event> {
    let mut stage = Stage::with(seed, |_| {});
    stage.xun(xun);
    stage.about("jin_west", task, at);
    stage.run(incidents::run)
}

#[test]
fn an_incident_needs_its_conditions_and_then_luck() {
    let west = army("jin_west");
    let why = Why::Incident(IncidentId(0));
    // April is the tenth xun.
    let struck =
        some_seed(|seed| Some(fever(seed, 9, Task::Besiege, "taiyuan")).filter(|e| !e.is_empty()));
    assert_eq!(
        struck,
        [
            Event::Befell {
                incident: IncidentId(0),
                army: Some(west),
                place: Some(place("taiyuan"))
            },
            men(MenAccount::Army(west), MenAccount::Dead(jin()), 1_800),
            stat(Stat::Spirit(west), -4, why),
        ]
    );
    some_seed(|seed| {
        fever(seed, 9, Task::Besiege, "taiyuan")
            .is_empty()
            .then_some(())
    });
    for seed in 0..100 {
        assert_eq!(fever(seed, 0, Task::Besiege, "taiyuan"), [], "in January");
        assert_eq!(fever(seed, 9, Task::Hold, "yanjing"), [], "at home");
    }
}

/// Who goes home to eat is not dead.
#[test]
fn men_whom_an_incident_scatters_live_in_the_country() {
    let west = army("jin_west");
    let mut stage = Stage::with(1, |book| {
        let incident = &mut book.incidents[0];
        incident.when = Cond::Always;
        incident.it = vec![ItCondition::Of(jin())];
        incident.chance = 100;
        incident.effects = vec![Eff::ItScatters(10)];
    });
    let men_of_it = stage.game().force(west).men;
    let scattered = stage.game().tables().scattered[jin().index()];
    let events = stage.run(incidents::run);
    let left = men(
        MenAccount::Army(west),
        MenAccount::Scattered(jin()),
        men_of_it / 10,
    );
    assert!(events.contains(&left), "{events:?}");
    assert!(
        stage.game().tables().scattered[jin().index()] >= scattered + u64::from(men_of_it / 10)
    );
    assert_eq!(stage.game().force(west).men, men_of_it - men_of_it / 10);
}

/// The stage with a court that does not stand yet.
fn with_chu(seed: u64, does: impl FnOnce(CourtId) -> Vec<Eff>) -> (Stage, CourtId) {
    let chu = CourtId::of(3);
    let stage = Stage::deciding_with(seed, jin(), does(chu), |book| {
        let mut court = book.courts[jin().index()].clone();
        court.id = "chu".to_owned();
        court.stands = false;
        court.treasury = [0; 5];
        court.at_war_with = Vec::new();
        book.courts.push(court);
    });
    (stage, chu)
}

#[test]
fn a_house_is_deposed_only_with_its_sovereign_in_hand() {
    let depose = || vec![Eff::Depose(song())];
    assert_eq!(
        Stage::deciding(1, jin(), depose()).choose(jin()),
        [chose(jin())]
    );
    let mut stage = Stage::deciding(1, jin(), depose());
    stage.given(Event::Taken {
        person: person("song_qinzong"),
        by: jin(),
        surrendered: false,
    });
    assert_eq!(
        stage.choose(jin()),
        [
            chose(jin()),
            Event::HouseDeposed {
                court: song(),
                by: jin()
            },
            Event::Repudiated {
                draft: draft("oath_1123"),
                by: jin()
            },
        ]
    );
    assert!(stage.game().realm(song()).deposed);
}

/// Kaifeng taken and a new throne set up in it.
fn throne(seed: u64, army_stays: bool) -> (Stage, CourtId) {
    let ruler = person("li_bangyan");
    let kaifeng = place("kaifeng");
    let (mut stage, chu) = with_chu(seed, |chu| {
        vec![Eff::Establish {
            court: chu,
            ruler,
            seat: kaifeng,
            apart: false,
        }]
    });
    for id in ["western_van", "yao_pingzhong_corps"] {
        stage.at(id, "taiyuan");
    }
    stage.at("jin_east", if army_stays { "kaifeng" } else { "yanjing" });
    stage.given(Event::Fell {
        place: kaifeng,
        from: Some(song()),
        to: jin(),
        how: How::Storm,
    });
    assert_eq!(
        stage.choose(jin()),
        [
            chose(jin()),
            Event::CourtSetUp {
                court: chu,
                ruler,
                seat: kaifeng,
                by: jin()
            },
            Event::Fell {
                place: kaifeng,
                from: Some(jin()),
                to: chu,
                how: How::Ceded
            },
        ]
    );
    (stage, chu)
}

#[test]
fn the_army_of_a_throne_that_fell_goes_home() {
    let band = army("western_van");
    let (events, stands) = some_seed(|seed| {
        let (mut stage, chu) = throne(seed, false);
        let men = stage.game().force(band).men;
        stage.sent_home(MenAccount::Army(band), men - 500);
        stage.given(Event::ArmyWentOver {
            army: band,
            to: chu,
        });
        let events = stage.run(courts::run);
        let fell = events
            .iter()
            .any(|e| matches!(e, Event::CourtFell { court, .. } if *court == chu));
        fell.then(|| (events, stage.game().field(band).is_some()))
    });
    assert!(!stands);
    assert!(events.contains(&Event::Gone {
        army: band,
        scattered: true
    }));
}

#[test]
fn a_puppet_s_throne_falls_when_the_army_behind_it_is_gone() {
    let kaifeng = place("kaifeng");
    let falls = |seed, army_stays| {
        let (mut stage, chu) = throne(seed, army_stays);
        assert!(stage.game().allied(chu, jin()) && stage.game().at_war(chu, song()));
        let events: Vec<Event> = stage
            .run(courts::run)
            .into_iter()
            .skip_while(|e| !matches!(e, Event::CourtFell { .. }))
            .collect();
        (events, chu)
    };
    let (events, chu) = some_seed(|seed| Some(falls(seed, false)).filter(|(e, _)| !e.is_empty()));
    assert_eq!(
        events,
        [
            Event::CourtFell {
                court: chu,
                why: Downfall::Unguarded {
                    patron: jin(),
                    near: 0,
                    own: 0
                }
            },
            Event::Fell {
                place: kaifeng,
                from: Some(chu),
                to: song(),
                how: How::Rising
            },
        ]
    );
    for seed in 0..100 {
        assert_eq!(falls(seed, true).0, [], "while the army stays: {seed}");
    }
}

/// Silver of the households of the capital.
fn strip() -> Eff {
    Eff::Order(silver())
}

fn silver() -> OrderNow {
    Order::reign(Reign::Requisition {
        place: place("kaifeng"),
        good: Good::Silver,
        amount: 2_000_000,
    })
}

#[test]
fn what_is_stripped_from_the_households_is_paid_for_in_legitimacy() {
    let mut stage = Stage::deciding(1, song(), vec![strip()]);
    let kaifeng = place("kaifeng");
    assert_eq!(
        stage.choose(song()),
        [
            chose(song()),
            Event::Ordered {
                court: song(),
                order: silver(),
            },
            Event::Goods {
                from: Account::Town(kaifeng),
                to: Account::Court(song()),
                good: Good::Silver,
                amount: 2_000_000,
                why: Reason::Requisition
            },
            stat(Stat::Legitimacy(song()), -1, Why::Requisition),
            stat(Stat::Unrest(kaifeng), 1, Why::Requisition),
        ]
    );
}

#[test]
fn of_a_client_that_falls_the_patron_has_the_towns_in_which_his_hosts_stand() {
    let (kaifeng, zhending) = (place("kaifeng"), place("zhending"));
    let events = some_seed(|seed| {
        let (mut stage, chu) = throne(seed, false);
        stage.given(Event::Fell {
            place: zhending,
            from: Some(song()),
            to: chu,
            how: How::Given,
        });
        stage.at("jin_east", "zhending");
        // Whoever set it up sees it coming.
        let view = View::new(stage.game(), jin());
        let shaken: Vec<_> = view.shaken_clients().collect();
        assert_eq!(shaken.len(), 1);
        assert_eq!((shaken[0].0, shaken[0].1.near), (chu, 0));
        let events = stage.run(courts::run);
        events
            .iter()
            .any(|e| matches!(e, Event::CourtFell { .. }))
            .then_some(events)
    });
    let whose = |at| {
        events.iter().find_map(|e| match e {
            Event::Fell { place, to, how, .. } if *place == at => Some((*to, *how)),
            _ => None,
        })
    };
    assert_eq!(whose(zhending), Some((jin(), How::Given)));
    assert_eq!(whose(kaifeng), Some((song(), How::Rising)));
}

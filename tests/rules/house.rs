//! The sovereign's house: who is heard, who reigns, who stands before the palace, and orders that a commander does not like.

use rivers_and_mountains::base::date::{Date, Turn};
use rivers_and_mountains::events::{
    Downfall, Event, Obedience, Parting, Petitioners, Plea, Stat, Task, Why,
};
use rivers_and_mountains::orders::{Order, OrderNow, Reign, Reply, Treat};
use rivers_and_mountains::rules::check::Refusal;
use rivers_and_mountains::rules::formulas::{
    obedience, palace as before, parties as weights, throne,
};
use rivers_and_mountains::rules::systems::treaties::audit;
use rivers_and_mountains::rules::systems::{
    bargain, errands, lives, palace, parties, throne as thrones,
};
use rivers_and_mountains::scenario::language::{BattleKind, Clause};
use rivers_and_mountains::scenario::model::{Passing, Terms};

use crate::harness::{Stage, army, jin, person, place, post, some_seed, song, stat};

fn dies(stage: &mut Stage, who: &str) {
    stage.given(Event::Died {
        person: person(who),
        in_battle: false,
    });
}

fn taken(stage: &mut Stage, who: &str) {
    stage.given(Event::Taken {
        person: person(who),
        by: jin(),
        surrendered: false,
    });
}

#[test]
fn where_nobody_was_named_the_house_comes_to_whom_it_did_crown() {
    let of_age = person("li_gang");
    let next = |crowned: Option<Date>| {
        let mut stage = Stage::with(1, |book| {
            book.courts[song().index()].heir = None;
            book.people[of_age.index()].house = Some(song());
            book.people[of_age.index()].crowned = crowned;
            book.people[person("song_gaozong").index()].crowned = None;
        });
        dies(&mut stage, "song_qinzong");
        stage.run(thrones::run);
        stage.game().realm(song()).ruler
    };
    assert_eq!(next(None), person("song_gaozong"));
    assert_eq!(next(Date::from_ymd(1127, 6, 12)), of_age);
}

#[test]
fn a_throne_passes_to_the_heir_and_a_house_without_one_scatters() {
    let (from, to) = (person("song_qinzong"), person("song_gaozong"));
    let mut stage = Stage::new();
    dies(&mut stage, "song_qinzong");
    assert_eq!(
        stage.run(thrones::run),
        [
            Event::Succeeded {
                court: song(),
                from,
                to
            },
            stat(Stat::Legitimacy(song()), throne::SUCCESSION, Why::Throne),
        ]
    );
    assert_eq!(stage.game().realm(song()).ruler, to);
    assert!(stage.game().figure(from).reigned);
    dies(&mut stage, "song_gaozong");
    let events = stage.run(thrones::run);
    assert!(events.contains(&Event::CourtFell {
        court: song(),
        why: Downfall::NoHouse
    }));
    assert!(events.contains(&Event::Gone {
        army: army("western_van"),
        scattered: true
    }));
    assert!(!stage.game().realm(song()).stands);
}

#[test]
fn a_captive_heir_is_waited_for() {
    let mut stage = Stage::new();
    taken(&mut stage, "song_gaozong");
    dies(&mut stage, "song_qinzong");
    let events = stage.run(thrones::run);
    assert!(!events.iter().any(|e| matches!(e, Event::CourtFell { .. })));
    assert!(stage.game().realm(song()).stands, "he is alive");
}

#[test]
fn a_captive_sovereign_costs_his_house_and_his_brother_may_take_the_throne() {
    let (elder, brother) = (person("song_qinzong"), person("song_gaozong"));
    let mut stage = Stage::new();
    taken(&mut stage, "song_qinzong");
    assert_eq!(
        stage.run(thrones::run),
        [stat(
            Stat::Legitimacy(song()),
            throne::HEADLESS,
            Why::Throne
        )],
        "by the month"
    );
    stage.xun(1);
    assert_eq!(stage.run(thrones::run), []);
    let order = Order::reign(Reign::Enthrone { person: brother });
    assert_eq!(
        stage.order(song(), &order)[1..],
        [
            Event::Enthroned {
                court: song(),
                person: brother
            },
            stat(
                Stat::Legitimacy(song()),
                throne::IN_HIS_ABSENCE,
                Why::Throne
            ),
        ]
    );
    // He who reigns in another's place must hope that nobody sends the other home.
    let back = Clause::Return {
        by: jin(),
        person: elder,
        due_xun: 6,
    };
    let terms = Terms::plain(jin(), song(), vec![back]);
    assert_eq!(bargain::weigh(stage.game(), song(), &terms).clauses, [-10]);
    assert_eq!(bargain::weigh(stage.game(), jin(), &terms).clauses, [-5]);
    let home = stage.order(jin(), &Order::treat(Treat::Release { person: elder }));
    assert_eq!(
        home[2..],
        [
            Event::Freed { person: elder },
            stat(Stat::Legitimacy(song()), throne::ELDER_HOME, Why::Throne),
        ]
    );
}

#[test]
fn a_sovereign_who_reigns_is_worth_more_than_one_who_did() {
    let mut stage = Stage::new();
    taken(&mut stage, "song_qinzong");
    let back = Clause::Return {
        by: jin(),
        person: person("song_qinzong"),
        due_xun: 6,
    };
    let terms = Terms::plain(jin(), song(), vec![back]);
    assert_eq!(bargain::weigh(stage.game(), song(), &terms).clauses, [30]);
    assert_eq!(bargain::weigh(stage.game(), jin(), &terms).clauses, [-15]);
}

#[test]
fn a_prince_of_the_house_is_as_good_a_surety_as_another() {
    let mut stage = Stage::new();
    let prince = person("song_gaozong");
    let order = Order::reign(Reign::Surety {
        person: prince,
        to: jin(),
    });
    assert!(stage.order(song(), &order).contains(&Event::Taken {
        person: prince,
        by: jin(),
        surrendered: true
    }));
    assert!(audit::surety(stage.game(), jin(), person("song_qinzong")));
    assert!(!audit::surety(stage.game(), jin(), person("li_gang")));
}

#[test]
fn a_sovereign_in_a_town_that_was_taken_may_be_seized() {
    let mut stage = Stage::new();
    let qinzong = person("song_qinzong");
    stage.given(Event::Fell {
        place: place("kaifeng"),
        from: Some(song()),
        to: jin(),
        how: rivers_and_mountains::events::How::Storm,
    });
    let order = Order::reign(Reign::Seize { person: qinzong });
    assert!(stage.order(jin(), &order).contains(&Event::Taken {
        person: qinzong,
        by: jin(),
        surrendered: false
    }));
}

#[test]
fn defeat_sinks_those_who_urge_war_and_a_broken_oath_those_who_urge_peace() {
    let mut stage = Stage::new();
    let gang = person("li_gang");
    stage.given(Event::Appointed {
        person: gang,
        post: post("chief_councillor"),
    });
    let lean = parties::mean(stage.game(), song()).expect("he sits");
    stage.given(Event::Fought {
        kind: BattleKind::Raid,
        place: place("kaifeng"),
        attacker: song(),
        defender: jin(),
        attackers: 10_000,
        defenders: 60_000,
        won: false,
    });
    let sunk = stat(Stat::Favour(gang), weights::REPULSE, Why::Defeat);
    assert!(stage.run(parties::run).contains(&sunk));
    assert!(parties::mean(stage.game(), song()).expect("he sits") < lean);
    let peace = person("li_bangyan");
    stage.given(Event::Appointed {
        person: peace,
        post: post("chief_councillor"),
    });
    let events = stage.run(|game| {
        parties::side(
            game,
            song(),
            weights::Party::Peace,
            weights::OATH_BROKEN,
            Why::BrokenWord,
        );
    });
    assert_eq!(
        events,
        [stat(
            Stat::Favour(peace),
            weights::OATH_BROKEN,
            Why::BrokenWord
        )]
    );
}

/// Li Gang holds the walls, the enemy is at them, and he is dismissed.
fn dismissed(seed: u64) -> (Stage, Vec<Event>) {
    let mut stage = Stage::with(seed, |_| {});
    stage.given(Event::Appointed {
        person: person("li_gang"),
        post: post("capital_defence"),
    });
    stage.about("jin_east", Task::Besiege, "kaifeng");
    let order = Order::Dismiss {
        person: person("li_gang"),
    };
    let events = stage.order(song(), &order);
    (stage, events)
}

fn gathered(plea: Plea) -> Event {
    Event::Gathered {
        court: song(),
        who: Petitioners::Students,
        plea,
    }
}

#[test]
fn a_man_of_the_walls_is_not_dismissed_in_quiet_with_the_enemy_before_them() {
    let gang = person("li_gang");
    let plea = Plea::Restore(gang);
    let mut stage = some_seed(|seed| {
        let (stage, events) = dismissed(seed);
        events.contains(&gathered(plea)).then_some(stage)
    });
    let events = stage.order(song(), &Order::reign(Reign::Answer { how: Reply::Yield }));
    assert!(events.contains(&Event::Appointed {
        person: gang,
        post: post("capital_defence")
    }));
    assert!(events.contains(&stat(
        Stat::Legitimacy(song()),
        before::YIELD_LEGITIMACY,
        Why::Crowd
    )));
    assert!(events.contains(&Event::Parted {
        court: song(),
        who: Petitioners::Students,
        plea,
        how: Parting::Yielded
    }));
    // In quiet times nobody comes.
    for seed in 0..50 {
        let mut calm = Stage::with(seed, |_| {});
        calm.given(Event::Appointed {
            person: gang,
            post: post("capital_defence"),
        });
        let events = calm.order(song(), &Order::Dismiss { person: gang });
        assert!(!events.contains(&gathered(plea)), "{seed}");
    }
}

#[test]
fn students_grow_tired_and_every_xun_of_them_costs() {
    let plea = Plea::Restore(person("li_gang"));
    let mut stage = Stage::new();
    stage.given(gathered(plea));
    assert!(stage.run(palace::run).contains(&stat(
        Stat::Legitimacy(song()),
        before::WAIT_LEGITIMACY,
        Why::Crowd
    )));
    stage.xun(before::PATIENCE);
    assert_eq!(
        stage.run(palace::run),
        [Event::Parted {
            court: song(),
            who: Petitioners::Students,
            plea,
            how: Parting::Unheard
        }]
    );
}

#[test]
fn a_square_that_is_cleared_costs_more_when_there_is_blood_in_it() {
    let plea = Plea::Restore(person("li_gang"));
    let cost = |seed| {
        let mut stage = Stage::with(seed, |_| {});
        stage.given(gathered(plea));
        let order = Order::reign(Reign::Answer {
            how: Reply::Disperse,
        });
        let events = stage.order(song(), &order);
        events
            .iter()
            .find_map(|e| match e {
                Event::Stat {
                    stat: Stat::Legitimacy(_),
                    by,
                    why: Why::Crowd,
                } => Some(*by),
                _ => None,
            })
            .expect("it costs")
    };
    some_seed(|seed| (cost(seed) == before::CLEARED.0).then_some(()));
    some_seed(|seed| (cost(seed) == before::BLOODY.0).then_some(()));
}

/// An unpaid guard under a throne that nobody believes in.
fn mutiny(seed: u64, legitimacy: i32, reigned: bool) -> Option<(Stage, Plea)> {
    let mut stage = Stage::with(seed, |book| {
        book.courts[song().index()].treasury = [0; 5];
        book.people[person("song_gaozong").index()].reigned = reigned;
    });
    stage.moved(Stat::Legitimacy(song()), legitimacy - 55);
    stage.moved(Stat::Morale(place("kaifeng")), -40);
    stage.moved(Stat::Unrest(place("kaifeng")), 60);
    let plea = stage.run(palace::run).into_iter().find_map(|e| match e {
        Event::Gathered {
            who: Petitioners::Guards,
            plea,
            ..
        } => Some(plea),
        _ => None,
    })?;
    Some((stage, plea))
}

#[test]
fn unpaid_guards_ask_for_a_head_and_where_the_throne_is_nothing_for_another_on_it() {
    let (mut stage, plea) = some_seed(|seed| mutiny(seed, 5, false));
    assert_eq!(plea, Plea::Abdicate(person("song_gaozong")));
    stage.xun(1);
    let events = stage.run(palace::run);
    assert!(events.contains(&Event::Abdicated {
        court: song(),
        from: person("song_qinzong"),
        to: person("song_gaozong")
    }));
    let (_, plea) = some_seed(|seed| mutiny(seed, 25, false));
    assert_eq!(plea, Plea::Dismiss(person("li_bangyan")));
    // Nobody rises for one who sat there and was made to go.
    let (_, plea) = some_seed(|seed| mutiny(seed, 5, true));
    assert_eq!(plea, Plea::Dismiss(person("li_bangyan")));
    // The corps that rose once is broken up: none rises for a while, however it is paid.
    let (mut stage, _) = some_seed(|seed| mutiny(seed, 5, false));
    let rises = |e: &Event| {
        matches!(
            e,
            Event::Gathered {
                who: Petitioners::Guards,
                ..
            }
        )
    };
    stage.xun(1);
    assert!(
        !stage.run(palace::run).iter().any(rises),
        "they are answered"
    );
    let again = (0..before::GUARDS_ANEW * 2).find(|_| {
        stage.xun(1);
        stage.run(palace::run).iter().any(rises)
    });
    assert!(
        again.is_some_and(|xun| xun + 2 >= before::GUARDS_ANEW),
        "{again:?}"
    );
    // Guards who are paid by a court that is believed in do not rise.
    for seed in 0..100 {
        let mut stage = Stage::with(seed, |_| {});
        assert_eq!(stage.run(palace::run), [], "{seed}");
    }
}

/// Zhong Shidao far off, of this loyalty and winning.
fn far(seed: u64, loyalty: i32) -> Stage {
    let mut stage = Stage::with(seed, |_| {});
    stage.about("western_van", Task::Hold, "zhending");
    let now = stage.game().figure(person("zhong_shidao")).loyalty;
    stage.moved(Stat::Loyalty(person("zhong_shidao")), loyalty - now);
    stage.given(Event::Fought {
        kind: BattleKind::Field,
        place: place("zhending"),
        attacker: song(),
        defender: jin(),
        attackers: 15_000,
        defenders: 10_000,
        won: true,
    });
    stage
}

fn back() -> OrderNow {
    Order::Withdraw {
        army: army("western_van"),
        to: place("kaifeng"),
    }
}

fn took(events: &[Event]) -> Option<Obedience> {
    events.iter().find_map(|e| match e {
        Event::Took { how, .. } => Some(*how),
        _ => None,
    })
}

#[test]
fn an_order_against_a_winning_commander_travels_and_may_be_put_off_or_refused() {
    let mut stage = far(1, 60);
    let events = stage.order(song(), &back());
    assert!(
        events.contains(&Event::Dispatched {
            court: song(),
            army: army("western_van"),
            order: Box::new(back()),
            arrives: Turn(1)
        }),
        "{events:?}"
    );
    assert_eq!(stage.run(errands::run), [], "it is on the road");
    let answer = |seed: u64| {
        let mut stage = far(seed, 60);
        stage.order(song(), &back());
        stage.xun(1);
        let events = stage.run(errands::run);
        (took(&events), events, stage)
    };
    for how in [Obedience::Obeyed, Obedience::Delayed, Obedience::Refused] {
        let (_, events, stage) = some_seed(|seed| {
            let answer = answer(seed);
            (answer.0 == Some(how)).then_some(answer)
        });
        let goes = events.contains(&Event::Tasked {
            army: army("western_van"),
            task: Task::Withdraw,
            goal: place("kaifeng"),
        });
        assert_eq!(goes, how == Obedience::Obeyed);
        assert_eq!(
            stage.game().errand(army("western_van")).is_some(),
            how == Obedience::Delayed
        );
        let price = stat(Stat::Legitimacy(song()), obedience::REFUSED, Why::Defiance);
        assert_eq!(events.contains(&price), how == Obedience::Refused);
    }
}

#[test]
fn a_loyal_commander_and_one_near_the_court_obey_at_once() {
    let mut loyal = far(1, 99);
    assert_eq!(took(&loyal.order(song(), &back())), None);
    assert_eq!(
        loyal.game().field(army("western_van")).map(|f| f.task),
        Some(Task::Withdraw)
    );
    let mut near = Stage::new();
    near.moved(Stat::Loyalty(person("zhong_shidao")), -60);
    let order = Order::Dismiss {
        person: person("zhong_shidao"),
    };
    let events = near.order(song(), &order);
    let sent = events.iter().any(|e| matches!(e, Event::Dispatched { .. }));
    assert!(!sent);
}

#[test]
fn too_great_an_army_costs_its_man_his_sovereign_and_then_his_loyalty() {
    let man = person("wanyan_zongwang");
    let mut stage = Stage::with(1, |book| {
        book.armies[army("jin_west").index()].men = 5_000;
    });
    let fear = stat(Stat::Favour(man), weights::FEARED, Why::Fear);
    assert!(stage.run(parties::run).contains(&fear));
    stage.moved(Stat::Favour(man), -30);
    let afraid = stat(Stat::Loyalty(man), weights::AFRAID, Why::Fear);
    assert!(stage.run(parties::run).contains(&afraid));
}

#[test]
fn honours_mean_less_to_the_loyal_and_an_arrested_man_commands_nobody() {
    let yao = person("yao_pingzhong");
    let mut stage = Stage::new();
    stage.moved(Stat::Loyalty(yao), 40 - stage.game().figure(yao).loyalty);
    let gain = |events: &[Event]| {
        events.iter().find_map(|e| match e {
            Event::Stat {
                stat: Stat::Loyalty(p),
                by,
                why: Why::Honour,
            } if *p == yao => Some(*by),
            _ => None,
        })
    };
    let first = stage.order(song(), &Order::reign(Reign::Honour { person: yao }));
    stage.moved(Stat::Loyalty(yao), 40);
    let later = stage.order(song(), &Order::reign(Reign::Honour { person: yao }));
    assert!(gain(&first) > gain(&later));
    let events = stage.order(song(), &Order::reign(Reign::Arrest { person: yao }));
    assert!(events.contains(&Event::Exiled { person: yao }));
    assert!(stage.game().command_of(yao).is_none());
}

/// One of Song's in Jin's hands, who loves Song so much.
fn captive(seed: u64, loyalty: i32) -> Stage {
    let mut stage = Stage::with(seed, |_| {});
    let man = person("li_bangyan");
    stage.given(Event::Taken {
        person: man,
        by: jin(),
        surrendered: false,
    });
    let now = stage.game().figure(man).loyalty;
    stage.moved(Stat::Loyalty(man), loyalty - now);
    stage
}

#[test]
fn a_captive_is_offered_an_office_and_a_firm_one_never_takes_it() {
    let man = person("li_bangyan");
    let order = Order::reign(Reign::Employ { person: man });
    let asked = |seed, loyalty| {
        let mut stage = captive(seed, loyalty);
        let events = stage.order(jin(), &order)[2..].to_vec();
        (stage, events)
    };
    let takes = Event::Entered {
        person: man,
        to: jin(),
    };
    let (stage, events) = some_seed(|seed| Some(asked(seed, 40)).filter(|(_, e)| e[0] == takes));
    assert_eq!(events, std::slice::from_ref(&takes));
    assert!(stage.game().captive(man).is_none());
    assert_eq!(stage.game().figure(man).court, Some(jin()));
    for seed in 0..200 {
        let (stage, events) = asked(seed, 80);
        assert_eq!(
            events,
            [
                Event::Declined {
                    person: man,
                    by: jin()
                },
                stat(Stat::Loyalty(man), 4, Why::Order),
            ]
        );
        assert!(stage.game().captive(man).is_some());
    }
}

#[test]
fn whoever_was_given_as_surety_or_is_promised_back_is_offered_nothing() {
    let man = person("li_bangyan");
    let order = Order::reign(Reign::Employ { person: man });
    let mut stage = captive(1, 40);
    assert_eq!(
        stage.refusal(song(), &order),
        Refusal::NotHeld(man),
        "nobody employs one whom he does not hold"
    );
    stage.given(Event::Freed { person: man });
    stage.given(Event::Taken {
        person: man,
        by: jin(),
        surrendered: true,
    });
    assert_eq!(stage.refusal(jin(), &order), Refusal::NotToEmploy(man));
}

#[test]
fn an_heir_steadies_a_throne_and_one_who_is_passed_over_remembers_it() {
    let (gou, other) = (person("song_gaozong"), person("li_bangyan"));
    let mut stage = Stage::with(1, |book| {
        book.courts[song().index()].heir = None;
        book.people[other.index()].house = Some(song());
    });
    let name = |person| Order::reign(Reign::NameHeir { person });
    let called = |person| Event::HeirNamed {
        court: song(),
        person,
    };
    assert_eq!(
        stage.refusal(song(), &name(person("li_gang"))),
        Refusal::NotToReign(person("li_gang"))
    );
    let events = stage.order(song(), &name(gou));
    assert!(events.contains(&called(gou)));
    let firmer = Stat::Legitimacy(song());
    assert!(events.contains(&stat(firmer, throne::HEIR_NAMED, Why::Throne)));
    assert_eq!(stage.refusal(song(), &name(gou)), Refusal::AlreadySo);
    let events = stage.order(song(), &name(other));
    assert!(events.contains(&stat(Stat::Loyalty(gou), throne::PASSED_OVER, Why::Throne)));
    assert!(events.contains(&stat(firmer, throne::HEIR_CHANGED, Why::Throne)));
    // It is he who follows.
    dies(&mut stage, "song_qinzong");
    assert!(stage.run(thrones::run).contains(&Event::Succeeded {
        court: song(),
        from: person("song_qinzong"),
        to: other,
    }));
}

#[test]
fn who_was_old_or_ill_dies_once_about_his_day_and_his_posts_are_vacant() {
    let (old, other) = (person("li_bangyan"), person("li_gang"));
    let passing = |person, first| Passing {
        person,
        first: Turn(first),
        turns: 4,
    };
    let deaths = |seed: u64| {
        let mut stage = Stage::with(seed, |book| {
            book.passings = vec![passing(old, 2), passing(other, 2)];
        });
        // Who was killed before does not die again.
        stage.given(Event::Died {
            person: other,
            in_battle: true,
        });
        let mut found = Vec::new();
        for turn in 0..9 {
            let events = stage.run(lives::run);
            if !events.is_empty() {
                found.push((turn, events));
            }
            stage.xun(1);
        }
        found
    };
    let mut days = Vec::new();
    for seed in 0..40 {
        let found = deaths(seed);
        assert_eq!(found.len(), 1, "once");
        let (turn, events) = &found[0];
        assert_eq!(
            events[..],
            [
                Event::Died {
                    person: old,
                    in_battle: false
                },
                Event::Vacated {
                    person: old,
                    post: post("chief_councillor")
                },
            ]
        );
        days.push(*turn);
    }
    days.sort_unstable();
    days.dedup();
    assert_eq!(days, [2, 3, 4, 5]);
}

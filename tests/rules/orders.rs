//! What orders do at once, and what they cost.

use rivers_and_mountains::events::{Account, Event, MenAccount, Reason, Stat, Why};
use rivers_and_mountains::orders::{Order, OrderNow};
use rivers_and_mountains::rules::formulas::court as court_rules;
use rivers_and_mountains::scenario::language::Good;

use crate::harness::{Stage, army, jin, men, person, place, post, song, stat};

/// What the order does beyond its edict and its announcement.
fn does(stage: &mut Stage, order: &OrderNow) -> Vec<Event> {
    let events = stage.order(song(), order);
    let announced = Event::Ordered {
        court: song(),
        order: order.clone(),
    };
    let at = events
        .iter()
        .position(|e| *e == announced)
        .expect("it is announced");
    let mut rest = events;
    rest.remove(at);
    let edict = stat(Stat::Edicts(song()), -1, Why::Order);
    if rest.first() == Some(&edict) {
        rest.remove(0);
    }
    rest
}

fn cash(amount: i64) -> Event {
    Event::Goods {
        from: Account::Court(song()),
        to: Account::Country,
        good: Good::Cash,
        amount,
        why: Reason::Order,
    }
}

#[test]
fn a_levy_is_raised_out_of_the_country() {
    let levy = army("southern_relief");
    let mut stage = Stage::new();
    assert_eq!(
        does(&mut stage, &Order::Raise { army: levy }),
        [
            cash(30_000),
            Event::Raised {
                army: levy,
                at: place("huazhou")
            },
            men(MenAccount::Home, MenAccount::Army(levy), 12_000),
        ]
    );
    assert_eq!(stage.game().tables().home, -12_000);
    assert!(stage.game().standing().any(|(id, _, _)| id == levy));
}

#[test]
fn townsmen_are_put_on_the_walls() {
    let at = place("kaifeng");
    assert_eq!(
        does(
            &mut Stage::new(),
            &Order::Levy {
                place: at,
                men: 2_000
            }
        ),
        [
            cash(8_000),
            stat(Stat::Quality(at), -2, Why::Order),
            men(MenAccount::Home, MenAccount::Garrison(at), 2_000),
            stat(Stat::Unrest(at), 2, Why::Order),
        ]
    );
}

#[test]
fn soldiers_left_in_a_town_make_it_better_and_an_army_left_whole_is_no_more() {
    let (at, van) = (place("kaifeng"), army("western_van"));
    let mut stage = Stage::new();
    let edicts = stage.game().realm(song()).edicts;
    assert_eq!(
        does(
            &mut stage,
            &Order::Garrison {
                army: van,
                men: 5_000
            }
        ),
        [
            stat(Stat::Quality(at), 2, Why::Order),
            men(MenAccount::Army(van), MenAccount::Garrison(at), 5_000),
        ]
    );
    assert_eq!(
        stage.game().realm(song()).edicts,
        edicts,
        "that is no edict"
    );
    let events = does(
        &mut stage,
        &Order::Garrison {
            army: van,
            men: 10_000,
        },
    );
    assert_eq!(
        events.last(),
        Some(&Event::Gone {
            army: van,
            scattered: false
        })
    );
    assert_eq!(stage.game().town(at).garrison, 45_000);
    assert!(stage.game().standing().all(|(id, _, _)| id != van));
}

#[test]
fn an_army_disbanded_goes_home_to_the_last_man() {
    let van = army("western_van");
    let mut stage = Stage::new();
    assert_eq!(
        does(&mut stage, &Order::Disband { army: van }),
        [
            men(MenAccount::Army(van), MenAccount::Home, 15_000),
            Event::Gone {
                army: van,
                scattered: false
            },
        ]
    );
    assert_eq!(stage.game().tables().home, 15_000);
    assert_eq!(stage.game().command_of(person("zhong_shidao")), None);
}

/// Men who were called up and sent home, or ran, do not come a second time.
#[test]
fn a_levy_that_was_used_up_does_not_come_again() {
    let levy = army("southern_relief");
    let mut stage = Stage::new();
    let raise = Order::Raise { army: levy };
    stage.order(song(), &raise);
    stage.given(men(
        MenAccount::Army(levy),
        MenAccount::Dead(song()),
        12_000,
    ));
    stage.given(Event::Gone {
        army: levy,
        scattered: true,
    });
    assert_eq!(
        rivers_and_mountains::rules::check::order(stage.game(), song(), &raise),
        Err(rivers_and_mountains::rules::check::Refusal::NotALevy(levy))
    );
}

fn grain(amount: i64) -> Event {
    Event::Goods {
        from: Account::Court(song()),
        to: Account::Country,
        good: Good::Grain,
        amount,
        why: Reason::Order,
    }
}

#[test]
fn a_gift_of_grain_counts_by_the_mouths_it_feeds() {
    let at = place("kaifeng");
    let mut stage = Stage::new();
    // A shi for five of the 261,117 households is felt in full, a tenth of it hardly.
    let feed = |shi| Order::FeedPeople { place: at, shi };
    stage.moved(Stat::Unrest(at), -5);
    assert_eq!(does(&mut stage, &feed(60_000)), [grain(60_000)]);
    stage.moved(Stat::Unrest(at), 20);
    assert_eq!(does(&mut stage, &feed(5_000)), [grain(5_000)]);
    assert_eq!(
        does(&mut stage, &feed(30_000)),
        [grain(30_000), stat(Stat::Unrest(at), -3, Why::Fed)]
    );
    assert_eq!(
        does(&mut stage, &feed(60_000)),
        [
            grain(60_000),
            stat(Stat::Unrest(at), -6, Why::Fed),
            stat(Stat::Legitimacy(song()), 1, Why::Fed),
        ]
    );
}

#[test]
fn works_stores_and_boats() {
    let at = place("kaifeng");
    let mut stage = Stage::new();
    assert_eq!(
        does(
            &mut stage,
            &Order::Fortify {
                place: place("huazhou")
            }
        ),
        [
            cash(60_000),
            stat(Stat::Walls(place("huazhou")), 25, Why::Order)
        ]
    );
    assert_eq!(
        does(&mut stage, &Order::Provision { place: at }),
        [grain(30_000), stat(Stat::Stores(at), 30, Why::Order)]
    );
    stage.given(Event::CrossingBurnt {
        place: place("huazhou"),
    });
    assert_eq!(
        does(
            &mut stage,
            &Order::BuildBoats {
                place: place("huazhou")
            }
        ),
        [
            cash(20_000),
            Event::CrossingMended {
                place: place("huazhou")
            }
        ]
    );
    assert!(!stage.game().town(place("huazhou")).burnt);
}

#[test]
fn a_post_passes_from_one_to_the_other_and_the_walls_have_a_captain() {
    let gang = person("li_gang");
    let mut stage = Stage::new();
    assert_eq!(
        does(
            &mut stage,
            &Order::Appoint {
                person: gang,
                post: post("capital_defence")
            }
        ),
        [
            Event::Appointed {
                person: gang,
                post: post("capital_defence")
            },
            Event::TookWalls {
                person: Some(gang),
                place: place("kaifeng")
            },
        ]
    );
    assert_eq!(stage.game().town(place("kaifeng")).captain, Some(gang));
    assert_eq!(
        does(
            &mut stage,
            &Order::Appoint {
                person: gang,
                post: post("chief_councillor")
            }
        ),
        [
            Event::Vacated {
                person: person("li_bangyan"),
                post: post("chief_councillor")
            },
            Event::Appointed {
                person: gang,
                post: post("chief_councillor")
            },
        ]
    );
}

/// One man in two posts is how a divided command is joined.
#[test]
fn a_man_appointed_to_a_second_post_of_a_kind_keeps_the_first() {
    let zhong = person("zhong_shidao");
    let mut stage = Stage::with(1, |book| {
        let mut other = book.posts[post("pacification").index()].clone();
        other.id = "relief_of_taiyuan".to_owned();
        other.holder = None;
        book.posts.push(other);
    });
    let second = rivers_and_mountains::base::ids::PostId::of(stage.game().book.posts.len() - 1);
    assert_eq!(
        does(
            &mut stage,
            &Order::Appoint {
                person: zhong,
                post: second
            }
        ),
        [Event::Appointed {
            person: zhong,
            post: second
        }]
    );
    assert_eq!(stage.game().holder_of(post("pacification")), Some(zhong));
}

#[test]
fn to_dismiss_a_famous_general_costs_the_others_heart() {
    let (zhong, yao) = (person("zhong_shidao"), person("yao_pingzhong"));
    let mut stage = Stage::new();
    assert_eq!(
        does(&mut stage, &Order::Dismiss { person: zhong }),
        [
            Event::Dismissed {
                court: song(),
                person: zhong,
                posts: vec![post("pacification")]
            },
            Event::Vacated {
                person: zhong,
                post: post("pacification")
            },
            Event::TookCommand {
                person: None,
                army: army("western_van")
            },
            stat(Stat::Loyalty(zhong), -15, Why::Dismissal),
            stat(Stat::Loyalty(yao), -3, Why::Dismissal),
            stat(
                Stat::Spirit(army("yao_pingzhong_corps")),
                -3,
                Why::Dismissal
            ),
        ]
    );
    // Nobody mourns a councillor.
    assert_eq!(
        does(
            &mut stage,
            &Order::Dismiss {
                person: person("li_bangyan")
            }
        ),
        [
            Event::Dismissed {
                court: song(),
                person: person("li_bangyan"),
                posts: vec![post("chief_councillor")]
            },
            Event::Vacated {
                person: person("li_bangyan"),
                post: post("chief_councillor")
            },
            stat(Stat::Loyalty(person("li_bangyan")), -15, Why::Dismissal),
        ]
    );
}

/// A man sent away must be called back before he is given an army.
#[test]
fn an_exile_is_given_no_army() {
    let gang = person("li_gang");
    let mut stage = Stage::new();
    stage.given(Event::Exiled { person: gang });
    let order = Order::Command {
        person: gang,
        army: army("western_van"),
    };
    assert_eq!(
        rivers_and_mountains::rules::check::order(stage.game(), song(), &order),
        Err(rivers_and_mountains::rules::check::Refusal::NotAtHand(gang))
    );
}

#[test]
fn a_court_that_leaves_its_capital_takes_the_guards_heart_and_leaves_the_captain() {
    let gang = person("li_gang");
    let mut stage = Stage::new();
    stage.given(Event::Appointed {
        person: gang,
        post: post("capital_defence"),
    });
    let to = place("huazhou");
    let order = Order::MoveCourt { to };
    assert_eq!(
        stage.order(song(), &order),
        [
            stat(Stat::Edicts(song()), -2, Why::Order),
            cash(300_000),
            Event::Ordered {
                court: song(),
                order
            },
            // Nobody is near: it is grumbled at, and no flight.
            stat(
                Stat::Legitimacy(song()),
                court_rules::moving_price(None, None),
                Why::Flight,
            ),
            stat(Stat::Morale(place("kaifeng")), -20, Why::Flight),
            Event::CourtMoved { court: song(), to },
        ]
    );
}

#[test]
fn to_run_before_an_enemy_costs_most_and_to_go_towards_him_nothing() {
    let price = |enemy: &str, to: &str| {
        let mut stage = Stage::new();
        stage.at("jin_east", enemy);
        let to = Order::MoveCourt { to: place(to) };
        let told = stage.order(song(), &to);
        told.iter()
            .find_map(|e| match e {
                Event::Stat {
                    stat: Stat::Legitimacy(_),
                    by,
                    why: Why::Flight,
                } => Some(*by),
                _ => None,
            })
            .unwrap_or(0)
    };
    assert_eq!(price("xunzhou", "taiyuan"), court_rules::FLIGHT);
    assert_eq!(price("huazhou", "huazhou"), 0);
    assert_eq!(price("yanjing", "huazhou"), court_rules::MOVED);
}

#[test]
fn a_court_that_leaves_before_the_enemy_s_horse_may_be_caught() {
    let caught = |seed, enemy: &str| {
        let mut stage = Stage::with(seed, |_| {});
        stage.at("jin_east", enemy);
        stage
            .order(
                song(),
                &Order::MoveCourt {
                    to: place("taiyuan"),
                },
            )
            .contains(&Event::Taken {
                person: person("song_qinzong"),
                by: jin(),
                surrendered: false,
            })
    };
    let near: Vec<bool> = (0..60).map(|seed| caught(seed, "xunzhou")).collect();
    assert!(near.contains(&true) && near.contains(&false), "{near:?}");
    assert!((0..60).all(|seed| !caught(seed, "zhending")), "too far off");
}

#[test]
fn a_broken_dike_drowns_whoever_is_near() {
    let at = place("huazhou");
    let mut stage = Stage::new();
    stage.at("jin_east", "xunzhou");
    assert_eq!(
        does(&mut stage, &Order::BreakDike { place: at })
            .into_iter()
            .filter(|e| !matches!(e, Event::Goods { .. } | Event::Flooded { .. }))
            .collect::<Vec<_>>(),
        [
            Event::DikeBroken { place: at },
            Event::RiverMoved { from: at },
            stat(Stat::Unrest(at), 40, Why::Order),
            stat(Stat::Legitimacy(song()), -10, Why::Order),
            // Those who flee go to the nearest dry town.
            stat(Stat::Unrest(place("kaifeng")), 3, Why::Flood),
            men(
                MenAccount::Army(army("jin_east")),
                MenAccount::Dead(jin()),
                12_000
            ),
        ]
    );
}

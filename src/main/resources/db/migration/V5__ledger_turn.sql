-- Whoever writes takes this row first, so that changes are committed in the order of their ids, on any number of nodes.
create table ledger_turn (
    id smallint primary key,
    constraint ledger_turn_only_one check (id = 1)
);
insert into ledger_turn (id) values (1);

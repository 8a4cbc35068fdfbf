-- What draws the demo city's history, and the point that a vital sign of one place is read at. Only the owner, who seeds, uses the functions.

create schema demo;

-- A number in [0, 1) that follows from a text alone, so that two seedings are alike.
create function demo.dice(key text) returns double precision
    language sql immutable parallel safe
    return (hashtextextended(key, 20261123) & 1048575) / 1048576.0;

-- Hours since 1970 in the city's time, as it tells day from night, and the hour of the day.
create function demo.hours(at timestamptz) returns double precision
    language sql immutable parallel safe
    return extract(epoch from at)::double precision / 3600 + 8;

create function demo.clock(at timestamptz) returns double precision
    language sql immutable parallel safe
    return demo.hours(at) - 24 * floor(demo.hours(at) / 24);

-- A hump of one around an hour of the day.
create function demo.peak(at timestamptz, hour double precision, width double precision) returns double precision
    language sql immutable parallel safe
    return exp(-((demo.clock(at) - hour) * (demo.clock(at) - hour)) / width);

-- Where a quantity stands in its usual course at a time, about -1 to 1; rain is 0 on most days.
create function demo.course(shape text, at timestamptz) returns double precision
    language sql immutable parallel safe
    return case shape
        when 'day' then sin((demo.clock(at) - 9) / 12 * pi())
        when 'night' then -sin((demo.clock(at) - 9) / 12 * pi())
        when 'usage' then 0.6 * sin((demo.clock(at) - 13) / 12 * pi()) + 0.4 * sin((demo.clock(at) - 5) / 6 * pi())
        when 'rush' then 1.3 * (demo.peak(at, 8.2, 3) + demo.peak(at, 18.2, 4)) - 0.35
        when 'evening' then 1.5 * demo.peak(at, 19.5, 14) - 0.5
            + case when extract(isodow from at at time zone 'Asia/Shanghai') >= 6 then 0.35 else 0 end
        when 'week' then case when extract(isodow from at at time zone 'Asia/Shanghai') >= 6 then -0.8 else 0.2 end
        when 'slow' then 0.7 * sin(demo.hours(at) / 108 * pi()) + 0.3 * sin(demo.hours(at) / 372 * pi())
        when 'rain' then greatest(0, sin(demo.hours(at) / 75.6 * pi()) - 0.75) * 4 * greatest(0, sin(demo.hours(at) / 12 * pi()))
        else 0
    end;

alter table indicator add column risk_point bigint constraint indicator_risk_point_fkey references risk_point (id);
comment on column indicator.risk_point is 'Read at this point alone, as the stage of a river at its main gauge.';

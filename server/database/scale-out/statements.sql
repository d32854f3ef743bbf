-- Every statement that reads facts, rollups or cells for an answer. Written by `npm run generate`; `npm run check` compares
-- it and refuses what does not run on many machines as it does on one (server/database/scale-out/forbidden.ts).

-- contributor totals: no filter
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "project_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", profession_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

-- contributor totals: sector, profession, country, currency
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", profession_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

-- contributor totals: from, to
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", profession_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

-- contributor totals: platform, laboratory
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "project_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "project_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", profession_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4
    having sum(entries) > 0;

-- contributor totals: from
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", project_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", profession_id as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", quarter as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", coalesce(currency, '') as currency,
      sum(amount_minor) as total
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4
    having sum(case when reversal then -1 else 1 end) > 0;

-- undated: no filter
select "datasetId", count(*) as contributors
    from (
      select dataset_id as "datasetId", expert_id
      from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[]) and quarter = 0
      group by 1, 2
      having sum(entries) > 0
    ) undated
    group by 1;

-- undated: sector, profession, country, currency
select "datasetId", count(*) as contributors
    from (
      select dataset_id as "datasetId", expert_id
      from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[]) and currency = $8 and quarter = 0
      group by 1, 2
      having sum(entries) > 0
    ) undated
    group by 1;

-- undated: platform, laboratory
select "datasetId", count(*) as contributors
    from (
      select dataset_id as "datasetId", expert_id
      from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[]) and quarter = 0
      group by 1, 2
      having sum(entries) > 0
    ) undated
    group by 1;

-- engagements: no filter
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "project_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and dataset_id = any($3::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

-- engagements: sector, profession, country, currency
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and sector_id in (select id from sector where slug = any($3)) and profession_id in (select id from profession where soc_code = any($4)) and expert_id in
      (select id from expert where dataset_id = any($5::int[]) and country = any($6)) and dataset_id = any($7::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

-- engagements: from, to
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and quarter >= $3 and quarter <= $4 and quarter > 0 and dataset_id = any($5::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

-- engagements: platform, laboratory
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "project_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from "expert_rollup"
    join unnest($1::int[], $2::int[]) as asked (asked_dataset, asked_version)
      on dataset_id = asked_dataset
    where version <= asked_version and project_id in
    (select project.id from project join organisation on organisation.id = "platform_id"
     where organisation.slug = any($3)) and project_id in
    (select project.id from project join organisation on organisation.id = "laboratory_id"
     where organisation.slug = any($4)) and dataset_id = any($5::int[])
    group by 1, 2, 3, 4, 5
    having sum(entries) > 0;

-- engagements: from
select dataset_id as "datasetId", 0 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4, 5
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", sector_id as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4, 5
    having sum(case when reversal then -1 else 1 end) > 0;

select dataset_id as "datasetId", quarter / 4 as "groupKey", expert_id as "expertId", project_id as "projectId",
      coalesce(currency, '') as currency, sum(amount_minor) as amount, sum(hours) as hours
    from earning where dataset_id = any($1::int[]) and release_id = any($2::int[]) and period >= $3::date and quarter > 0
    group by 1, 2, 3, 4, 5
    having sum(case when reversal then -1 else 1 end) > 0;

-- candidates of a match
select expert.id as "expertId", expert.pseudonym, expert.country, expert.seniority,
      array_remove(array_append(work.professions, own.soc_code), null) as professions,
      work.in_sectors as "inSectors", work.sectored, work.amount, work.paid_hours as "paidHours", work.hours,
      work.improvement, work.last_quarter as "lastQuarter"
    from (
      select part.expert_id, array_agg(distinct profession.soc_code) as professions,
        coalesce(sum(part.entries) filter (where sector.slug = any($1)), 0) as in_sectors,
        coalesce(sum(part.entries) filter (where part.sector_id > 0), 0) as sectored,
        sum(part.amount_minor) filter (where part.currency = $2) as amount,
        sum(part.hours) filter (where part.currency = $3 or part.currency = '') as paid_hours,
        sum(part.hours) as hours, sum(part.improvement) as improvement,
        max(part.quarter) filter (where part.quarter > 0) as last_quarter
      from (
        select rollup.expert_id, rollup.quarter, rollup.sector_id, rollup.profession_id, rollup.currency,
          sum(rollup.entries) as entries, sum(rollup.amount_minor) as amount_minor, sum(rollup.hours) as hours,
          sum(rollup.improvement) as improvement
        from expert_rollup rollup join (values ($4::int, $5::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
        group by 1, 2, 3, 4, 5
        having sum(rollup.entries) > 0
      ) part
      left join sector on sector.id = part.sector_id
      left join profession on profession.id = part.profession_id
      group by part.expert_id
    ) work
    join expert on expert.id = work.expert_id
    left join profession own on own.id = expert.profession_id;

-- contributors of projects
select project_id, count(*) as contributors from (
      select rollup.project_id, rollup.expert_id from project_rollup rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
      where rollup.project_id = any($3)
      group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
    ) contributing group by project_id;

-- contributors of projects, from cells
select key as project_id, people as contributors from (
    select dataset_id, key, people from (
      select distinct on (cell.dataset_id, cell.group_key) cell.dataset_id, cell.group_key as key,
        cell.contributors + cell.excluded + cell.other_currencies as people
      from cell join unnest($1::int[], $2::int[],
        $3::text[]) as counted (dataset_id, version, measure)
        on counted.dataset_id = cell.dataset_id and cell.version <= counted.version and cell.measure = counted.measure
      where cell.dimension = $4 and cell.currency = ''
      order by cell.dataset_id, cell.group_key, cell.version desc
    ) newest where people > 0) parts
    where key = any($5);

-- columns that are held: expert_rollup
select string_agg(float8send(expert_id::float8), '') as experts,
      string_agg(int4send("quarter"::int), '') as "quarters", string_agg(int4send("sector_id"::int), '') as "sectors", string_agg(int4send("profession_id"::int), '') as "professions", string_agg(int4send("project_id"::int), '') as "projects", string_agg(int4send(coalesce(array_position($1::text[], currency), 1) - 1::int), '') as "currencies", string_agg(int4send("version"::int), '') as "versions", string_agg(int4send("entries"::int), '') as "entries",
      string_agg(float8send(coalesce(("hours" * $2::bigint)::float8, 'NaN')), '') as values
    from "expert_rollup"
    where dataset_id = $3 and version <= $4
      and "expert_id" between $5 and $6;

-- columns that are held: project_rollup
select string_agg(float8send(expert_id::float8), '') as experts,
      string_agg(int4send("project_id"::int), '') as "projects", string_agg(int4send(coalesce(array_position($1::text[], currency), 1) - 1::int), '') as "currencies", string_agg(int4send("version"::int), '') as "versions", string_agg(int4send("entries"::int), '') as "entries",
      string_agg(float8send(coalesce(("hours" * $2::bigint)::float8, 'NaN')), '') as values
    from "project_rollup"
    where dataset_id = $3 and version <= $4
      and "project_id" between $5 and $6;

-- what is added to them: expert_rollup
with added as materialized (
      select *, (row_number() over () - 1) / $1::int as block,
        array_position($2::text[], currency) as place
      from "expert_rollup" where dataset_id = $3 and version > $4 and version <= $5
    )
    select count(*)::int as size, coalesce(max(scale(trim_scale("hours"::numeric))), 0)::int as digits,
      coalesce(sum(abs("hours")), 0)::float8 as sum, bool_and(place is not null) as known,
      string_agg(float8send(expert_id::float8), '') as experts,
      string_agg(int4send("quarter"::int), '') as "quarters", string_agg(int4send("sector_id"::int), '') as "sectors", string_agg(int4send("profession_id"::int), '') as "professions", string_agg(int4send("project_id"::int), '') as "projects", string_agg(int4send(coalesce(place, 1) - 1::int), '') as "currencies", string_agg(int4send("version"::int), '') as "versions", string_agg(int4send("entries"::int), '') as "entries",
      string_agg(float8send(coalesce(("hours" * $6::bigint)::float8, 'NaN')), '') as values
    from added group by block order by block;

-- what is added to them: project_rollup
with added as materialized (
      select *, (row_number() over () - 1) / $1::int as block,
        array_position($2::text[], currency) as place
      from "project_rollup" where dataset_id = $3 and version > $4 and version <= $5
    )
    select count(*)::int as size, coalesce(max(scale(trim_scale("hours"::numeric))), 0)::int as digits,
      coalesce(sum(abs("hours")), 0)::float8 as sum, bool_and(place is not null) as known,
      string_agg(float8send(expert_id::float8), '') as experts,
      string_agg(int4send("project_id"::int), '') as "projects", string_agg(int4send(coalesce(place, 1) - 1::int), '') as "currencies", string_agg(int4send("version"::int), '') as "versions", string_agg(int4send("entries"::int), '') as "entries",
      string_agg(float8send(coalesce(("hours" * $6::bigint)::float8, 'NaN')), '') as values
    from added group by block order by block;

-- columns of days
select measure, version, divisor, wide, magnitude, plain from day_build
    where dataset_id = $1 and measure = $2 and version <= $3;

select 1 from dataset where id = $1 and alterations = $2;

-- sectors of a dataset
select sector.*, held.holder from (
      select rollup.dataset_id as holder, rollup.sector_id as id from expert_rollup rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
      group by rollup.dataset_id, rollup.sector_id having sum(rollup.entries) > 0) held
    join sector on sector.id = held.id
    order by sector.position, sector.id;

select sector.*, held.holder from (select dataset_id as holder, key as id from (
    select dataset_id, key, people from (
      select distinct on (cell.dataset_id, cell.group_key) cell.dataset_id, cell.group_key as key,
        cell.contributors + cell.excluded + cell.other_currencies as people
      from cell join unnest($1::int[], $2::int[],
        $3::text[]) as counted (dataset_id, version, measure)
        on counted.dataset_id = cell.dataset_id and cell.version <= counted.version and cell.measure = counted.measure
      where cell.dimension = $4 and cell.currency = ''
      order by cell.dataset_id, cell.group_key, cell.version desc
    ) newest where people > 0) parts) held
    join sector on sector.id = held.id
    order by sector.position, sector.id;

-- former employers
select asked.id from unnest($1::int[]) as asked (id)
    where exists (
      select from expert where expert.dataset_id = asked.id and expert.former_employer is not null
    )
    order by asked.id;

select part.former_employer as "formerEmployer", part.sector_id as "sectorId",
      count(distinct part.expert_id)::int as experts
    from (
      select rollup.expert_id, rollup.sector_id, expert.former_employer
      from expert_rollup rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
      join expert on expert.id = rollup.expert_id and expert.former_employer is not null
      group by 1, 2, 3
      having sum(rollup.entries) > 0
    ) part
    group by grouping sets ((part.former_employer), (part.former_employer, part.sector_id))
    order by part.former_employer, part.sector_id nulls first;

-- what releases changed
select version, expert_id as "expertId", currency as currency, sum(entries) as entries,
      sum(amount_minor) as total
    from expert_rollup where dataset_id = $1 and version <= $2
    group by 1, 2, 3 order by 1, 2, 3;

-- entries of a protected ledger
declare entries no scroll cursor for
    with numbered as materialized (
      select expert_id, sector_id, profession_id, project_id, quarter, row_key, reversal, release.number,
        earning.amount_minor as value,
        row_number() over (partition by row_key, reversal order by release.number, earning.id) as turn
      from earning join release on release.id = earning.release_id
      where earning.dataset_id = $1 and release.dataset_id = $1 and release.number <= $2
        and earning.amount_minor <> 0 and earning.currency = $3
    ),
    entries as (
      select entered.expert_id, entered.number as since, left_off.number as until, entered.sector_id,
        entered.profession_id, entered.project_id, entered.quarter, sum(entered.value)::float8 as value
      from numbered entered
      left join numbered left_off on left_off.reversal and left_off.row_key = entered.row_key
        and left_off.turn = entered.turn
      where not entered.reversal
      group by 1, 2, 3, 4, 5, 6, 7
    )
    select concat_ws(' ', expert_id, since, coalesce(until, 0), entries.sector_id, entries.profession_id, project_id, quarter,
      coalesce(platform_id, 0), coalesce(laboratory_id, 0), value, coalesce(expert.country, '')) as line
    from entries join expert on expert.id = expert_id left join project on project.id = project_id
    order by expert_id, since, entries.sector_id, entries.profession_id, project_id, quarter, until;

-- totals of experts
select rollup.expert_id, rollup.currency, sum(rollup.entries) as entries, sum(rollup.amount_minor) as amount_minor,
      sum(rollup.hours) as hours, sum(rollup.units) as units, sum(rollup.improvement) as improvement
    from expert_rollup rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
    where rollup.expert_id = any($3)
    group by rollup.expert_id, rollup.currency
    order by rollup.expert_id, rollup.currency;

-- backgrounds of contributors
select asked.id, build.people
    from unnest($1::int[], $2::int[],
      $3::int[]) as asked (id, version, alterations)
    join cell_build build on build.dataset_id = asked.id and build.version = asked.version
      and build.alterations = asked.alterations and build.people is not null;

select dataset_id,
      coalesce(array_agg(distinct profession_id) filter (where profession_id is not null), '{}') as professions,
      coalesce(array_agg(distinct country) filter (where country is not null), '{}') as countries,
      coalesce(array_agg(distinct seniority) filter (where seniority is not null), '{}') as seniorities
    from (
      select distinct expert.dataset_id, expert.profession_id, expert.country, expert.seniority
      from expert
      join (
        select rollup.expert_id from expert_rollup rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
        group by rollup.expert_id having sum(rollup.entries) > 0
      ) contributing on contributing.expert_id = expert.id
    ) kind
    group by dataset_id;

-- earnings: no filter
select listed.*, (listed.period)::text as cursor_key from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2)) listed
    where listed.dataset_id = $3 and true and true
    order by listed.period desc, listed.id desc limit 26;

select dataset_id as id, sum(rows_added::bigint + rows_reversed) as rows, sum(rows_reversed::bigint) as reversed
    from release where id = any($1) group by dataset_id;

select count(*) as count from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2)) listed where true;

-- earnings: sector, profession, country, currency
select listed.*, (listed.period)::text as cursor_key from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "sector_id" in (select "id" from "sector" where "slug" = $3) and "profession_id" in (select "id" from "profession" where "soc_code" = $4) and "expert_id" in (select "id" from "expert" where "country" = $5) and "currency" = $6) listed
    where listed.dataset_id = $7 and exists (select 1 from "expert_rollup" rollup
    where rollup.dataset_id = $8 and "rollup"."sector_id" in (select id from "sector" where "slug" = any($9)) and "rollup"."profession_id" in (select id from "profession" where "soc_code" = any($10)) and "rollup"."expert_id" in (select id from "expert" where "country" = any($11)) and rollup.currency = $12) and true and true
    order by listed.period desc, listed.id desc limit 26;

select rollup.dataset_id as id, sum(rollup.entries) as rows
    from "expert_rollup" rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
    where "rollup"."sector_id" in (select id from "sector" where "slug" = any($3)) and "rollup"."profession_id" in (select id from "profession" where "soc_code" = any($4)) and "rollup"."expert_id" in (select id from "expert" where "country" = any($5)) and rollup.currency = $6 group by rollup.dataset_id;

select count(*) as count from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "sector_id" in (select "id" from "sector" where "slug" = $3) and "profession_id" in (select "id" from "profession" where "soc_code" = $4) and "expert_id" in (select "id" from "expert" where "country" = $5) and "currency" = $6) listed where true;

-- earnings: from, to
select listed.*, (listed.period)::text as cursor_key from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "period" >= $3 and "quarter" > $4 and "period" <= $5 and "quarter" > $6) listed
    where listed.dataset_id = $7 and exists (select 1 from "expert_rollup" rollup
    where rollup.dataset_id = $8 and rollup.quarter >= $9 and rollup.quarter between 1 and $10) and true and true
    order by listed.period desc, listed.id desc limit 26;

select rollup.dataset_id as id, sum(rollup.entries) as rows
    from "expert_rollup" rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
    where rollup.quarter >= $3 and rollup.quarter between 1 and $4 group by rollup.dataset_id;

select count(*) as count from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "period" >= $3 and "quarter" > $4 and "period" <= $5 and "quarter" > $6) listed where true;

-- earnings: platform, laboratory
select listed.*, (listed.period)::text as cursor_key from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "project_id" in (select "id" from "project" where "platform_id" in (select "id" from "organisation" where "slug" = $3)) and "project_id" in (select "id" from "project" where "laboratory_id" in (select "id" from "organisation" where "slug" = $4))) listed
    where listed.dataset_id = $5 and exists (select 1 from "project_rollup" rollup
    where rollup.dataset_id = $6 and rollup.project_id in (select id from project where "platform_id" in (select id from "organisation" where "slug" = any($7))) and rollup.project_id in (select id from project where "laboratory_id" in (select id from "organisation" where "slug" = any($8)))) and true and true
    order by listed.period desc, listed.id desc limit 26;

select rollup.dataset_id as id, sum(rollup.entries) as rows
    from "project_rollup" rollup join (values ($1::int, $2::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
    where rollup.project_id in (select id from project where "platform_id" in (select id from "organisation" where "slug" = any($3))) and rollup.project_id in (select id from project where "laboratory_id" in (select id from "organisation" where "slug" = any($4))) group by rollup.dataset_id;

select count(*) as count from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "project_id" in (select "id" from "project" where "platform_id" in (select "id" from "organisation" where "slug" = $3)) and "project_id" in (select "id" from "project" where "laboratory_id" in (select "id" from "organisation" where "slug" = $4))) listed where true;

-- earnings: from
select listed.*, (listed.period)::text as cursor_key from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "period" >= $3 and "quarter" > $4) listed
    where listed.dataset_id = $5 and true and true
    order by listed.period desc, listed.id desc limit 26;

select count(*) as count from (select * from "earning" where "dataset_id" = $1 and "release_id" = any($2) and "period" >= $3 and "quarter" > $4) listed where true;

-- earnings of experts
select * from (
      select listed.*, (listed.units::float8)::text as cursor_key, parent.id as page_parent,
        row_number() over (partition by parent.id order by listed.units::float8 desc, listed.id desc) as page_place
      from unnest($1::int8[]) as parent (id)
      join (select * from "earning" where "dataset_id" = $2 and "release_id" = any($3)) listed on listed.expert_id = parent.id
      where true
    ) placed
    where page_place <= 26
    order by page_parent, page_place;

-- experts: PSEUDONYM
select listed.*, (listed.pseudonym)::text as cursor_key from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) listed
    where true and true and true
    order by listed.pseudonym desc, listed.id desc limit 26;

select count(*) as count from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) listed where true;

-- experts: AMOUNT
select listed.*, (listed.total)::text as cursor_key from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, (sum(rollup.amount_minor) filter (where rollup.currency = $10))::float8 as total
      from expert_rollup rollup join (values ($11::int, $12::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed
    where true and true and true
    order by listed.total desc, listed.id desc limit 26;

select count(*) as count from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, (sum(rollup.amount_minor) filter (where rollup.currency = $10))::float8 as total
      from expert_rollup rollup join (values ($11::int, $12::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed where true;

-- experts: HOURS
select listed.*, (listed.total)::text as cursor_key from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, sum(rollup.hours)::float8 as total
      from expert_rollup rollup join (values ($10::int, $11::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed
    where true and true and true
    order by listed.total desc, listed.id desc limit 26;

select count(*) as count from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, sum(rollup.hours)::float8 as total
      from expert_rollup rollup join (values ($10::int, $11::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed where true;

-- experts: UNITS
select listed.*, (listed.total)::text as cursor_key from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, sum(rollup.units)::float8 as total
      from expert_rollup rollup join (values ($10::int, $11::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed
    where true and true and true
    order by listed.total desc, listed.id desc limit 26;

select count(*) as count from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, sum(rollup.units)::float8 as total
      from expert_rollup rollup join (values ($10::int, $11::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed where true;

-- experts: IMPROVEMENT
select listed.*, (listed.total)::text as cursor_key from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, sum(rollup.improvement)::float8 as total
      from expert_rollup rollup join (values ($10::int, $11::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed
    where true and true and true
    order by listed.total desc, listed.id desc limit 26;

select count(*) as count from (
    select expert.*, coalesce(totalled.total, '-Infinity') as total from (select "expert".* from "expert" where "expert"."dataset_id" = $1 and (expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($4)) and rollup.profession_id in (select id from profession where soc_code = any($5)))
    or (expert.profession_id in (select id from profession where soc_code = any($6)) and expert.id in (
    select rollup.expert_id from expert_rollup rollup join (values ($7::int, $8::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version where rollup.sector_id in (select id from sector where slug = any($9)))))) expert
    left join (
      select rollup.expert_id, sum(rollup.improvement)::float8 as total
      from expert_rollup rollup join (values ($10::int, $11::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version group by rollup.expert_id
    ) totalled on totalled.expert_id = expert.id) listed where true;

-- projects: NAME
select listed.*, (lower(listed.name))::text as cursor_key from (select "project".* from "project" where "project"."dataset_id" = $1) listed
    where true and true and true
    order by lower(listed.name) desc, listed.id desc limit 26;

-- projects: STARTED_ON
select listed.*, (coalesce(listed.started_on, '') collate "C")::text as cursor_key from (select "project".* from "project" where "project"."dataset_id" = $1) listed
    where true and true and true
    order by coalesce(listed.started_on, '') collate "C" desc, listed.id desc limit 26;

-- projects: CONTRIBUTORS
select listed.*, (listed.contributors)::text as cursor_key from (
    select project.*, coalesce(counted.contributors, 0) as contributors from (select "project".* from "project" where "project"."dataset_id" = $1) project
    left join (
      select project_id, count(*) as contributors from (
        select rollup.project_id, rollup.expert_id from project_rollup rollup join (values ($2::int, $3::int)) as visible (dataset_id, version)
    on visible.dataset_id = rollup.dataset_id and rollup.version <= visible.version
        group by rollup.project_id, rollup.expert_id having sum(rollup.entries) > 0
      ) contributing group by project_id) counted on counted.project_id = project.id) listed
    where true and true and true
    order by listed.contributors desc, listed.id desc limit 26;

-- cells: ALL
select distinct on (asked.id, cell.group_key, cell.currency) asked.id as "datasetId", cell.id, cell.dimension,
      cell.group_key as key, cell.currency, contributors, excluded, other_currencies as "otherCurrencies", total, largest,
      second, gini, gini_corrected as "giniCorrected", theil, hhi, p90p10, half_share as "halfShare"
    from unnest($1::int[], $2::int[],
      $3::int[]) as asked (id, version, alterations)
    join cell_build build on build.dataset_id = asked.id and build.version = asked.version
      and build.alterations = asked.alterations and $4 = any(build.measures)
    left join cell on cell.dataset_id = asked.id and cell.dimension = $5 and cell.measure = $6
      and cell.version <= asked.version
    order by asked.id, cell.group_key, cell.currency, cell.version desc;

-- a ranking
select chunk, held, experts, totals from cell_ranking where cell_id = $1 and chunk between (select coalesce(max(chunk), 0) from cell_ranking where cell_id = $2 and lowest > $3) and (select coalesce(max(chunk), 0) from cell_ranking where cell_id = $4 and largest >= $5) + 1
    order by chunk;

-- an export: text
copy (
    select expert.pseudonym, project.key, sector.label, profession.soc_code, case when earning.quarter > 0 then earning.period end, earning.units, earning.hours, coalesce(earning.amount_minor * money.scale, earning.amount_minor), earning.currency, earning.improvement, own_profession.soc_code, expert.country, expert.seniority, expert.former_employer
    from (
      select * from (
        select *, sum(case when reversal then -1 else 1 end) over (partition by row_key) as balance,
          row_number() over (partition by row_key order by reversal, id desc) as newest
        from earning where dataset_id = 1 and release_id in (1, 2)
      ) counted where balance > 0 and newest = 1
    ) earning
    join (select id, profession_id, pseudonym as pseudonym, country as country, seniority as seniority, former_employer as former_employer from expert
      where dataset_id = 1 offset 0) expert on expert.id = earning.expert_id
    left join (select id, key as key from project where dataset_id = 1 offset 0) project
      on project.id = earning.project_id
    left join (values (0, null)) sector (id, label) on sector.id = earning.sector_id
    left join profession on profession.id = earning.profession_id
    left join profession own_profession on own_profession.id = expert.profession_id
    left join (values ('', null::numeric), ('USD', 1e-2::numeric)) money (code, scale) on money.code = earning.currency
    order by earning.period, earning.id
  ) to stdout;

-- an export: csv
copy (
    select expert.pseudonym, project.key, sector.label, profession.soc_code, case when earning.quarter > 0 then earning.period end, earning.units, earning.hours, coalesce(earning.amount_minor * money.scale, earning.amount_minor), earning.currency, earning.improvement, own_profession.soc_code, expert.country, expert.seniority, expert.former_employer
    from (
      select * from (
        select *, sum(case when reversal then -1 else 1 end) over (partition by row_key) as balance,
          row_number() over (partition by row_key order by reversal, id desc) as newest
        from earning where dataset_id = 1 and release_id in (1, 2)
      ) counted where balance > 0 and newest = 1
    ) earning
    join (select id, profession_id, nullif(case when pseudonym ~ E'^''*[-=+@\t\r\n]' then '''' || pseudonym else pseudonym end, '') as pseudonym, nullif(case when country ~ E'^''*[-=+@\t\r\n]' then '''' || country else country end, '') as country, nullif(case when seniority ~ E'^''*[-=+@\t\r\n]' then '''' || seniority else seniority end, '') as seniority, nullif(case when former_employer ~ E'^''*[-=+@\t\r\n]' then '''' || former_employer else former_employer end, '') as former_employer from expert
      where dataset_id = 1 offset 0) expert on expert.id = earning.expert_id
    left join (select id, nullif(case when key ~ E'^''*[-=+@\t\r\n]' then '''' || key else key end, '') as key from project where dataset_id = 1 offset 0) project
      on project.id = earning.project_id
    left join (values (0, null)) sector (id, label) on sector.id = earning.sector_id
    left join profession on profession.id = earning.profession_id
    left join profession own_profession on own_profession.id = expert.profession_id
    left join (values ('', null::numeric), ('USD', 1e-2::numeric)) money (code, scale) on money.code = earning.currency
    order by earning.period, earning.id
  ) to stdout with (format csv);

-- an export: jsonl
copy (
    select '{"expert":' || coalesce((expert.pseudonym)::text, 'null') || ',"project":' || coalesce((project.key)::text, 'null') || ',"sector":' || coalesce((sector.label)::text, 'null') || ',"profession":' || coalesce(('"' || profession.soc_code || '"')::text, 'null') || ',"date":' || coalesce(('"' || case when earning.quarter > 0 then earning.period end || '"')::text, 'null') || ',"units":' || coalesce((earning.units)::text, 'null') || ',"hours":' || coalesce((earning.hours)::text, 'null') || ',"amount":' || coalesce((coalesce(earning.amount_minor * money.scale, earning.amount_minor))::text, 'null') || ',"currency":' || coalesce(('"' || earning.currency || '"')::text, 'null') || ',"improvement":' || coalesce((earning.improvement)::text, 'null') || ',"expert_profession":' || coalesce(('"' || own_profession.soc_code || '"')::text, 'null') || ',"country":' || coalesce((expert.country)::text, 'null') || ',"seniority":' || coalesce((expert.seniority)::text, 'null') || ',"former_employer":' || coalesce((expert.former_employer)::text, 'null') || '}'
    from (
      select * from (
        select *, sum(case when reversal then -1 else 1 end) over (partition by row_key) as balance,
          row_number() over (partition by row_key order by reversal, id desc) as newest
        from earning where dataset_id = 1 and release_id in (1, 2)
      ) counted where balance > 0 and newest = 1
    ) earning
    join (select id, profession_id, to_json(pseudonym)::text as pseudonym, to_json(country)::text as country, to_json(seniority)::text as seniority, to_json(former_employer)::text as former_employer from expert
      where dataset_id = 1 offset 0) expert on expert.id = earning.expert_id
    left join (select id, to_json(key)::text as key from project where dataset_id = 1 offset 0) project
      on project.id = earning.project_id
    left join (values (0, null)) sector (id, label) on sector.id = earning.sector_id
    left join profession on profession.id = earning.profession_id
    left join profession own_profession on own_profession.id = expert.profession_id
    left join (values ('', null::numeric), ('USD', 1e-2::numeric)) money (code, scale) on money.code = earning.currency
    order by earning.period, earning.id
  ) to stdout with (format csv, quote E'\x01', escape E'\x01', delimiter E'\x02');

/** What everybody may read of a round once its page was put out: what is published, what is done about it, and what cannot be. */
const heardPage = `
create or replace function heard_page(code text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object(
    'round', r.name, 'mode', r.mode, 'area', a.name, 'areaId', r.area_id, 'opensOn', r.opens_on, 'closesOn', r.closes_on, 'threshold', round_threshold(r),
    'items', (
      select coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'sense', i.sense, 'low', i.low, 'high', i.high, 'reversed', i.reversed,
        'scored', i.scored, 'labels', i.labels) order by i.position, i.code), '[]')
      from instrument_items i where i.instrument_id = r.instrument_id and i.code = any(r.asked)),
    'cells', (
      select coalesce(jsonb_agg(jsonb_build_object('roundId', c.round_id, 'areaId', c.area_id, 'key', c.key, 'n', c.n, 'missing', c.missing,
        'mean', c.mean, 'meanCoarse', c.mean_coarse, 'variance', c.variance, 'top', c.top, 'coarse', c.coarse, 'alpha', c.alpha,
        'weightedMean', c.weighted_mean, 'weightedVariance', c.weighted_variance, 'weightedDf', c.weighted_df, 'effectiveN', c.effective_n)), '[]')
      from round_cells c where c.round_id = r.id and c.area_id = r.area_id),
    'improvements', (
      select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'item', m.item_code, 'area', p.name, 'unit', u.name, 'plan', m.plan, 'dueOn', m.due_on,
        'outcome', m.outcome, 'closing', m.closing, 'topic', t.title, 'station', s.name, 'partner', b.name, 'project', j.offer) order by m.area_pos, m.item_code, m.opened_at), '[]')
      from improvements m join areas p on p.id = m.area_id join units u on u.id = m.unit_id
      left join topics t on t.id = m.topic_id left join stations s on s.id = m.station_id left join projects j on j.id = m.project_id
      left join units b on b.id = j.partner_id
      where m.round_id = r.id))
  from rounds r join areas a on a.id = r.area_id
  where r.told_code = heard_page.code and r.told_at is not null and r.published_at is not null
$$`;

export const heard = [heardPage];
export const heardCallable = ["heard_page(text)"] as const;

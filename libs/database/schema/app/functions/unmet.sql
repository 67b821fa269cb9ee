-- The first need that is not met, in the order of the row; null when all are. The text guard works on words
-- that the database never sees in clear.
create or replace function app.unmet(m app.move, s app.situation, f jsonb, p jsonb) returns text
  language plpgsql stable security definer set search_path = pg_catalog as $$
declare need text; met boolean; own boolean := f ->> 'viewerAgency' is not null;
begin
  foreach need in array m.needs loop
    met := case need
      when 'ownMeansExhausted' then p -> 'ownMeansExhausted' = 'true'::jsonb
      when 'riskFactorsNamed' then jsonb_array_length(f -> 'riskFactors') > 0
      when 'noCertainIdentifier' then true
      when 'fourPointsMet'
        then p -> 'fourPoints' @> '["significantInterest", "highProbability", "severeHarm", "multiAgency"]'
        and jsonb_array_length(p -> 'fourPoints') = 4
      when 'tableRuleFollowed' then p ->> 'decidedBy' = f ->> 'riskRule'
      when 'meetingOpenWithTwoAgencies' then (f ->> 'meetingOpenWithTwoAgencies')::boolean
      when 'notOwnAgency' then not (f ->> 'ownAgency')::boolean
      when 'riskRecorded' then (f ->> 'riskRecorded')::boolean
      when 'riskNotRecorded' then not (f ->> 'riskRecorded')::boolean
      when 'basisGiven' then app.code_active('legalBasis', p ->> 'basis')
      when 'notTheRecorder' then not (f ->> 'recordedByViewer')::boolean
      when 'onBehalfConfirmed' then not (f ->> 'onBehalfUnconfirmed')::boolean
      when 'onBehalfUnconfirmed' then (f ->> 'onBehalfUnconfirmed')::boolean
      when 'notTheBringer' then not (f ->> 'broughtByViewer')::boolean
      when 'recipientsNamed' then (m.name <> 'releaseAgain'
        and f ->> 'identifierRecipients' <> 'agenciesAsked')
        or cardinality(app.agencies(p)) > 0
      when 'agenciesAtTable' then to_jsonb(app.agencies(p)) <@ (f -> 'agenciesAtTable')
        and (not 'agency' = any (m.takes) or p ->> 'agency' is not null)
      when 'reasonGiven' then app.code_active(m.reason_list, p ->> 'reason')
      when 'joinedSituationNamed' then case when p ->> 'reason' = 'joined' then app.joined_found(s, p)
        else p ->> 'joined' is null end
      when 'answerGiven' then p ->> 'answer' in ('involved', 'shouldBeInvolved', 'notInvolved')
        and case when own then p ->> 'basis' is null else app.code_active('legalBasis', p ->> 'basis') end
      when 'roundOpen' then (f ->> 'roundOpen')::boolean
      when 'roundClosed' then not (f ->> 'roundOpen')::boolean
      when 'partsDistinct' then p ->> 'lead' is not null
        and cardinality(app.agencies(p)) = 1 + jsonb_array_length(coalesce(p -> 'assisting', '[]'))
      when 'roleFree' then app.role_free(f, p ->> 'role')
      when 'agencyHasNoRole' then not app.live_role(f, p ->> 'agency', null, array['asked', 'accepted'])
      when 'assistingAcceptedNamed' then p ->> 'agency' is not null
        and app.live_role(f, p ->> 'agency', 'assisting', array['accepted'])
      when 'leadProposed' then f ->> 'proposedLead' is not null
        and app.live_role(f, f ->> 'proposedLead', 'assisting', array['accepted'])
      when 'originatorGone' then f -> 'handOvers' @> '[{"role": "originating", "due": true}]'
      when 'roleHandedOver' then app.handed_over_role(f, p ->> 'from') is not null
      when 'assistingHandedOver' then f -> 'handOvers' @> jsonb_build_array(
        jsonb_build_object('agency', p ->> 'from', 'role', 'assisting', 'due', true))
      when 'leadHandedOver' then f -> 'handOvers' @> '[{"role": "lead"}]'
      when 'agencyMayTakeOver' then app.may_take_over(f, p)
      when 'toldGiven' then app.code_active('told', p ->> 'told')
      when 'riskReticked' then jsonb_typeof(p -> 'riskAfter') = 'array'
        and (p -> 'riskAfter') <@ (f -> 'riskFactors')
      when 'withinTenMinutes' then (f ->> 'withinTenMinutes')::boolean
      when 'withinCorrectionWindow' then (f ->> 'withinCorrectionWindow')::boolean
    end;
    if met is not true then return need; end if;
  end loop;
  return null;
end $$;

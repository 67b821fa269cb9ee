import { AgencyBadge, Badge, FilterBadge, StageBadge } from '../badge.js';
import { ClockContext } from '../clock.js';
import { Due } from '../due.js';
import { FilterLadder } from '../filter-ladder.js';
import { Row } from '../layout.js';
import { Panel } from '../panel.js';
import { shownCodes, SituationCard } from '../situation-card.js';
import { Stepper } from '../stepper.js';
import { Timeline } from '../timeline.js';
import { Piece, useSample } from './piece.js';

const stages = [
  'screening',
  'deidentified',
  'limited',
  'planning',
  'intervention',
  'concluded',
  'rejected',
  'returned',
  'withdrawn',
  'destroyed',
] as const;
const card = shownCodes({
  type: 'family',
  ageBand: '12-17',
  sex: null,
  riskFactors: ['violence', 'parenting', 'alcohol'],
  studyFlags: ['housing'],
  protectiveFactors: ['school'],
  sectors: ['police', 'education'],
});
const now = (): number => Date.parse('2026-11-26T10:24:00');

/** What is said of a situation: where it stands, what is due, what the table sees. */
export function Situation() {
  const say = useSample();
  const words: Readonly<Record<string, string>> = {
    family: say('Family', 'Famille'),
    '12-17': '12–17',
    '6-11': '6–11',
    female: say('Female', 'Féminin'),
    violence: say('Physical violence – in the home', 'Violence physique – à la maison'),
    parenting: say('Parenting – parent-child conflict', 'Rôle parental – conflit parent-enfant'),
    alcohol: say('Alcohol – abuse in home', 'Alcool – abus à la maison'),
    housing: say('Risk of losing housing', 'Risque de perdre son logement'),
    school: say('Education – school engagement', 'Éducation – engagement scolaire'),
    police: say('Justice', 'Justice'),
    education: say('Education', 'Éducation'),
  };
  const termOf = (_list: string, code: string): string => words[code] ?? code;
  return (
    <ClockContext value={now}>
      <Piece name="Badge, StageBadge, FilterBadge, AgencyBadge">
        <Row>
          {stages.map((stage) => (
            <StageBadge key={stage} stage={stage} />
          ))}
        </Row>
        <Row>
          <FilterBadge filter={1}>{say('your agency only', 'votre organisme seulement')}</FilterBadge>
          <FilterBadge filter={2} />
          <FilterBadge filter={3} />
          <FilterBadge filter={4} />
          <AgencyBadge own>{say('Harbour Police', 'Police de Harbour')}</AgencyBadge>
          <AgencyBadge>{say('School board', 'Conseil scolaire')}</AgencyBadge>
          <Badge tone="danger" icon="warning">
            {say('Overdue', 'En retard')}
          </Badge>
        </Row>
      </Piece>
      <Piece name="FilterLadder, Stepper">
        <FilterLadder stage="screening" />
        <FilterLadder stage="limited" />
        <FilterLadder stage="rejected" />
        <Stepper
          steps={[say('Outcome', 'Résultat'), say('Services', 'Services'), say('Check', 'Vérification')]}
          current={1}
        />
      </Piece>
      <Piece name="Due">
        <Row gap="large">
          <Due at="2026-11-26T11:04:00" />
          <Due at="2026-11-27T05:24:00" full />
          <Due at="2026-11-28T10:24:00" />
          <Due at="2026-12-03" full />
          <Due at="2026-11-26" />
          <Due at="2026-11-24T10:24:00" full />
        </Row>
      </Piece>
      <Piece name="SituationCard">
        <Panel>
          <SituationCard
            card={card}
            number="2026-144"
            termOf={termOf}
            originatingSector="education"
            level={3}
            persons={[
              { ageBand: '12-17', sex: null, riskFactors: ['alcohol'] },
              { ageBand: '6-11', sex: 'female', riskFactors: [] },
            ]}
            summary={say('Left home twice this month.', 'A quitté la maison deux fois ce mois-ci.')}
          />
        </Panel>
        <Panel tone="accent" title={say('What the table will see', 'Ce que la table verra')}>
          <SituationCard
            level={3}
            card={{ ...card, riskFactors: [], studyFlags: [], protectiveFactors: [], sectors: [] }}
            number={null}
            termOf={termOf}
          />
        </Panel>
        <Panel>
          <SituationCard
            card={{ ...card, protectiveFactors: [] }}
            number="2026-145"
            termOf={termOf}
            originatingSector="police"
            size="wall"
          />
        </Panel>
      </Piece>
      <Piece name="Timeline">
        <Timeline
          label={say('Timeline', 'Chronologie')}
          entries={[
            {
              id: '1',
              at: '2026-11-26T10:22:00',
              icon: 'projector',
              title: say(
                'The filter-2 card was on the projector',
                'La fiche du filtre 2 était au projecteur',
              ),
              children: <p>{say('Eleven agencies were present.', 'Onze organismes étaient présents.')}</p>,
            },
            {
              id: '2',
              at: '2026-11-26T10:31:00',
              icon: 'people',
              title: say(
                'Lead and two assisting agencies were named',
                'L’organisme responsable et deux organismes d’appui ont été désignés',
              ),
            },
            {
              id: '3',
              at: '2026-11-27',
              icon: 'warning',
              tone: 'warning',
              title: say('Opened outside working hours', 'Consultée en dehors des heures de travail'),
            },
          ]}
        />
      </Piece>
    </ClockContext>
  );
}

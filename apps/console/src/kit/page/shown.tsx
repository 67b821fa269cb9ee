import { useState } from 'react';
import { Button } from '../button.js';
import { ButtonRow } from '../button-row.js';
import { SplitLayout } from '../layout.js';
import { LinkButton } from '../link-button.js';
import { Notice } from '../notice.js';
import { Panel } from '../panel.js';
import { Table, type Sort } from '../table.js';
import { Tabs } from '../tabs.js';
import { Piece, useSample } from './piece.js';

interface Row {
  readonly number: string;
  readonly subject: string;
  readonly lead: string;
  readonly days: number;
}

/** What shows and leads, without taking an answer. */
export function Shown() {
  const say = useSample();
  const [tab, setTab] = useState<'open' | 'done'>('open');
  const [sort, setSort] = useState<Sort>({ column: 'days', direction: 'descending' });
  const rows: readonly Row[] = [
    { number: '2026-133', subject: say('Adult', 'Adulte'), lead: say('Housing', 'Logement'), days: 35 },
    {
      number: '2026-138',
      subject: say('Adult', 'Adulte'),
      lead: say('Mental health', 'Santé mentale'),
      days: 14,
    },
    {
      number: '2026-141',
      subject: say('Youth', 'Jeune'),
      lead: say('Youth outreach', 'Service aux jeunes'),
      days: 7,
    },
  ];
  return (
    <>
      <Piece name="Button, LinkButton, ButtonRow">
        <ButtonRow>
          <Button variant="primary" keyHint="Y">
            {say('Risk recorded', 'Risque consigné')}
          </Button>
          <Button keyHint="N">{say('No, reject', 'Non, rejeter')}</Button>
          <Button variant="quiet" icon="undo">
            {say('Undo', 'Défaire')}
          </Button>
          <Button variant="danger" icon="hidden" keyHint="B">
            {say('Privacy shade', 'Voile de confidentialité')}
          </Button>
          <LinkButton href="#top" icon="arrowRight">
            {say('Next', 'Suivant')}
          </LinkButton>
        </ButtonRow>
        <ButtonRow>
          <Button variant="primary" pending>
            {say('Saving', 'Enregistrement')}
          </Button>
          <Button disabled>{say('Not now', 'Pas maintenant')}</Button>
          <Button pressed icon="filter">
            {say('Overdue only', 'En retard seulement')}
          </Button>
          <Button size="small">{say('Small', 'Petit')}</Button>
          <Button size="large" variant="primary">
            {say('Large', 'Grand')}
          </Button>
          <Button icon="print" iconOnly>
            {say('Print', 'Imprimer')}
          </Button>
        </ButtonRow>
      </Piece>
      <Piece name="Notice">
        <Notice title={say('The round is open', 'Le tour est ouvert')}>
          {say('Eleven of sixteen agencies have answered.', 'Onze organismes sur seize ont répondu.')}
        </Notice>
        <Notice tone="success">
          {say(
            '2026-141 is concluded. It is sealed on 25 December.',
            '2026-141 est conclue. Elle sera scellée le 25 décembre.',
          )}
        </Notice>
        <Notice
          tone="warning"
          title={say('If rejected', 'En cas de rejet')}
          action={<Button size="small">{say('Why?', 'Pourquoi?')}</Button>}
        >
          {say(
            'Risk factors and agencies are erased. Only number, month and reason stay.',
            'Les facteurs de risque et les organismes sont effacés. Seuls le numéro, le mois et le motif restent.',
          )}
        </Notice>
        <Notice
          tone="danger"
          title={say('Imminent danger: call 911 first', 'Danger imminent : appelez d’abord le 911')}
        >
          {say(
            'Then bring the situation to an emergency meeting.',
            'Présentez ensuite la situation à une réunion d’urgence.',
          )}
        </Notice>
      </Piece>
      <Piece name="PageHeader, Panel, SplitLayout">
        <SplitLayout
          list={
            <Panel title={say('Agenda', 'Ordre du jour')} level={3}>
              <p>2026-141</p>
            </Panel>
          }
          detail={
            <Panel
              title="2026-144"
              level={3}
              actions={<Button size="small">{say('Edit', 'Modifier')}</Button>}
            >
              <p>{say('Family', 'Famille')}</p>
            </Panel>
          }
          aside={
            <Panel title={say('What the table will see', 'Ce que la table verra')} level={3} tone="accent">
              <p>{say('Family, children 6–11', 'Famille, enfants de 6 à 11 ans')}</p>
            </Panel>
          }
        />
      </Piece>
      <Piece name="Tabs">
        <Tabs
          label={say('Situations', 'Situations')}
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: 'open',
              label: say('Open', 'En cours'),
              count: 9,
              content: <p>{say('Nine are open.', 'Neuf sont en cours.')}</p>,
            },
            {
              id: 'done',
              label: say('Concluded', 'Conclues'),
              content: <p>{say('None this month.', 'Aucune ce mois-ci.')}</p>,
            },
          ]}
        />
      </Piece>
      <Piece name="Table">
        <Table
          caption={say('Report back', 'Suivi')}
          rows={rows}
          rowKey={(row) => row.number}
          sort={sort}
          onSort={setSort}
          columns={[
            { id: 'number', label: say('Number', 'Numéro'), cell: (row) => row.number },
            { id: 'subject', label: say('Subject', 'Sujet'), cell: (row) => row.subject },
            { id: 'lead', label: say('Lead', 'Responsable'), cell: (row) => row.lead, sortable: true },
            {
              id: 'days',
              label: say('Days open', 'Jours'),
              cell: (row) => row.days,
              align: 'end',
              sortable: true,
            },
          ]}
        />
      </Piece>
    </>
  );
}

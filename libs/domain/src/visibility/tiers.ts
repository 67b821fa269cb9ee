/** What kind of information a column holds; one SQL table holds columns of one tier, so that field access is row access. */
export const tiers = ['key', 'T1', 'header', 'origin', 'author', 'T2', 'T2text', 'risk', 'T3', 'T4', 'status', 'consent', 'ledger', 'outcome', 'internal'] as const;
export type Tier = (typeof tiers)[number];

/** The tier of each SQL table in schema `app`; a table without a line here fails the architecture test. */
export const tierOf = {
  screening: 'T1', situation: 'header', situation_origin: 'origin', situation_author: 'author', step: 'header',
  tier2: 'T2', affected_person: 'T2', tier2_text: 'T2text', discussion_note: 'T2text', risk_decision: 'risk',
  tier3: 'T3', tier4: 'T4', plan: 'T4', safety_note: 'T4', report_back_detail: 'T4', consent_detail: 'T4',
  consent: 'consent', answer: 'status', assignment: 'status', report_back: 'status', service_mobilized: 'status', gap: 'status',
  disclosure: 'ledger', conclusion_proposal: 'outcome', conclusion: 'outcome', exit: 'outcome',
  workflow: 'internal', number_counter: 'internal', release_name: 'internal', exit_sector: 'internal', move: 'internal', tier_key: 'key',
  hold: 'ledger', hold_request: 'internal', early_destruction: 'internal', youth_item: 'T4', youth_recipient: 'internal', opening: 'internal', certificate: 'internal',
  signal: 'internal', identity_opening: 'internal',
  meeting: 'status', attendance: 'status', agenda_entry: 'status', meeting_card: 'status',
} as const satisfies Record<string, Tier>;

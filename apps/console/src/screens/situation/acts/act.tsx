import { AcceptAct } from './accept-act.js';
import { AnswerAct } from './answer-act.js';
import { AssignAct } from './assign-act.js';
import { AgencyAct } from './agency-act.js';
import { ConcludeAct } from './conclude-act.js';
import { HandOverAct } from './hand-over-act.js';
import { plain, reasoned } from './kinds.js';
import { PlainAct } from './plain-act.js';
import { ReasonAct } from './reason-act.js';
import { ReleaseAct } from './release-act.js';
import { RiskAct } from './risk-act.js';
import { ActProps } from './act-props.js';

/** One offered move with the form that it needs. */
export function Act(props: ActProps) {
  const { name } = props;
  if (name in plain) return <PlainAct {...props} />;
  if (name in reasoned) return <ReasonAct {...props} />;
  switch (name) {
    case 'recordRisk':
      return <RiskAct {...props} />;
    case 'releaseIdentifiers':
    case 'releaseAgain':
      return <ReleaseAct {...props} />;
    case 'answer':
      return <AnswerAct {...props} />;
    case 'assign':
      return <AssignAct {...props} />;
    case 'assignAgain':
    case 'addAssisting':
    case 'proposeLead':
      return <AgencyAct {...props} />;
    case 'reassign':
    case 'endRole':
      return <HandOverAct {...props} />;
    case 'acceptAssignment':
      return <AcceptAct {...props} />;
    case 'conclude':
    case 'correctConclusion':
      return <ConcludeAct {...props} />;
    default:
      return null;
  }
}

import Alert from '@cloudscape-design/components/alert';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { PartProof, PreflightAnswer } from '../../../../shared/api/access-answers.ts';
import { BreakableWords } from '../../../components/breakable.tsx';
import { Empty } from '../../../components/states.tsx';
import type { Column } from '../../../components/table/column.ts';
import { DataTable } from '../../../components/table/data-table.tsx';
import { TabAnswer } from '../../spend/parts/tab-answer.tsx';
import { GateList } from '../explain/gate-list.tsx';
import { ROLE_WORDS, ROUTE_WORDS } from '../explain/proof-words.ts';
import { RouteProofView } from '../explain/route-list.tsx';
import { DecisionBadge } from '../parts/decision-badge.tsx';
import { GapsNote } from '../parts/gaps-note.tsx';
import { brokenParts, brokenWords } from './preflight-words.ts';

/** What would become of the call, resource by resource. */
export function PreflightResult({ answer }: { readonly answer: PreflightAnswer }) {
  const { decision, sentence, route, gates, gaps, called } = answer;
  const broken = brokenParts(answer);
  return (
    <SpaceBetween size="m">
      <TabAnswer
        notes={[]}
        detail={`${ROUTE_WORDS[route.kind]}, called in ${route.region}.`}
        action={<DecisionBadge decision={decision} />}
      >
        <BreakableWords text={sentence} />
      </TabAnswer>
      {broken.length === 0 ? null : (
        <Alert type="error" header="What breaks it">
          {broken.map((part) => (
            <div key={`${part.resource} ${part.requestedRegion} ${part.action}`}>
              <BreakableWords text={brokenWords(part)} />
            </div>
          ))}
        </Alert>
      )}
      <GapsNote gaps={gaps} />
      <DataTable
        id="access-preflight"
        title="Resources of the call"
        description="All of them must be allowed."
        main
        wrap
        columns={COLUMNS}
        rows={route.parts}
        trackBy={({ role, resource, requestedRegion }) => `${role} ${resource} ${requestedRegion}`}
        notes={[sentence, `Called: ${called}`]}
        empty={<Empty title="The call touches no resource" />}
      />
      <div className="pair-grid">
        <Container header={<Header variant="h2">Proof</Header>}>
          <RouteProofView route={route} />
        </Container>
        <Container header={<Header variant="h2">Gates beside IAM</Header>}>
          <SpaceBetween size="s">
            <GateList gates={gates} />
          </SpaceBetween>
        </Container>
      </div>
    </SpaceBetween>
  );
}

const COLUMNS: readonly Column<PartProof>[] = [
  {
    id: 'decision',
    header: 'Decision',
    cell: ({ decision }) => <DecisionBadge decision={decision} />,
    csv: ({ decision }) => decision,
    sort: ({ decision }) => decision,
    width: 130,
  },
  {
    id: 'region',
    header: 'Region',
    cell: ({ requestedRegion }) => <span className="figure">{requestedRegion}</span>,
    csv: ({ requestedRegion }) => requestedRegion,
    sort: ({ requestedRegion }) => requestedRegion,
    width: 130,
  },
  {
    id: 'role',
    header: 'What it is',
    cell: ({ role }) => ROLE_WORDS[role],
    csv: ({ role }) => ROLE_WORDS[role],
    sort: ({ role }) => ROLE_WORDS[role],
    width: 130,
  },
  {
    id: 'resource',
    header: 'Resource',
    cell: ({ resource }) => (
      <span className="arn" title={resource}>
        {resource}
      </span>
    ),
    csv: ({ resource }) => resource,
    sort: ({ resource }) => resource,
    width: 240,
    grow: 2,
  },
  {
    id: 'action',
    header: 'Action',
    cell: ({ action }) => action,
    csv: ({ action }) => action,
    sort: ({ action }) => action,
    width: 180,
    shown: 'wide',
  },
  {
    id: 'reason',
    header: 'Why',
    cell: ({ reason }) => reason,
    csv: ({ reason }) => reason,
    sort: ({ reason }) => reason,
    width: 220,
    grow: 2,
  },
];

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { SpendWhatIf } from '../../../../shared/api/answers.ts';
import { parseUsd } from '../../../../shared/model/usd.ts';
import { Money } from '../../../components/money.tsx';
import { ProvenanceBadge } from '../../../components/provenance-badge.tsx';
import { countOf } from '../../../format.ts';
import { TabAnswer } from '../parts/tab-answer.tsx';
import type { WhatIfStep } from './changes.ts';
import { NotComparedTable } from './not-compared-table.tsx';
import { WhatIfExport } from './what-if-export.tsx';
import { brokenSentence, leftOutWords, whatIfSentence } from './what-if-words.ts';

interface WhatIfResultProps {
  readonly answer: SpendWhatIf;
  readonly steps: readonly WhatIfStep[];
}

/** Both sides of a what-if, what it would break, and what it assumes. */
export function WhatIfResult({ answer, steps }: WhatIfResultProps) {
  const { beforeUsd, afterUsd, differenceUsd, commitmentUsd, committedTokens } = answer;
  const isPart = answer.notCompared.some(({ beforeUsd: usd }) => usd !== null);
  return (
    <SpaceBetween size="m">
      <TabAnswer
        notes={answer.notes}
        detail={leftOutWords(answer) ?? undefined}
        action={<WhatIfExport answer={answer} steps={steps} />}
      >
        {whatIfSentence(answer)} <ProvenanceBadge provenance={answer.provenance} />
      </TabAnswer>
      <Container>
        <div className="headline-grid">
          <Figure label="Before" note={isPart ? 'of what can be compared' : null}>
            <Money usd={beforeUsd} />
          </Figure>
          <Figure
            label="After"
            note={
              parseUsd(commitmentUsd) === 0n ? null : (
                <>
                  of it <Money usd={commitmentUsd} /> for capacity that serves{' '}
                  {countOf(committedTokens, 'token')}
                </>
              )
            }
          >
            <Money usd={afterUsd} />
          </Figure>
          <Figure label="Difference">
            <Money usd={differenceUsd} />
          </Figure>
        </div>
      </Container>
      <Broken answer={answer} />
      {answer.unpricedCommitments.map(({ name, reason }) => (
        <Alert key={name} type="warning" header={`${name} has no price`}>
          {reason}
        </Alert>
      ))}
      {answer.assumptions.length === 0 ? null : (
        <Container header={<Header variant="h2">What this assumes</Header>}>
          <ul className="plain-list">
            {answer.assumptions.map((assumption) => (
              <li key={assumption}>{assumption}</li>
            ))}
          </ul>
        </Container>
      )}
      <NotComparedTable rows={answer.notCompared} />
    </SpaceBetween>
  );
}

interface FigureProps {
  readonly label: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

function Figure({ label, note, children }: FigureProps) {
  return (
    <div>
      <Box variant="awsui-key-label">{label}</Box>
      <div className="headline">{children}</div>
      <div className="headline-note">{note}</div>
    </div>
  );
}

function Broken({ answer: { broken } }: { readonly answer: SpendWhatIf }) {
  const fresh = broken.filter(({ already }) => !already);
  const old = broken.filter(({ already }) => already);
  return (
    <Alert type={fresh.length === 0 ? 'success' : 'warning'} header={brokenSentence(broken)}>
      <Reasons broken={fresh} />
      {old.length === 0 ? null : (
        <ExpandableSection headerText={`Broken already (${old.length})`}>
          <Reasons broken={old} />
        </ExpandableSection>
      )}
    </Alert>
  );
}

function Reasons({ broken }: Pick<SpendWhatIf, 'broken'>) {
  if (broken.length === 0) return null;
  return (
    <ul className="plain-list">
      {broken.map(({ kind, name, reason }) => (
        <li key={`${kind} ${name}`}>{reason}</li>
      ))}
    </ul>
  );
}

import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useRef, useState } from 'react';
import type { Input } from '../../../../shared/api/contract.ts';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { useDebounced } from '../../../components/use-debounced.ts';
import { countOf } from '../../../format.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { ChoiceSelect } from '../../spend/parts/choice-select.tsx';
import { PolicyArea, type PolicyAreaRef } from '../parts/policy-area.tsx';
import { FindingList } from './finding-list.tsx';
import { countsWords } from './lint-words.ts';

type PolicyKind = NonNullable<Input<'access.lint'>['kind']>;

const REST_MS = 400;
const KINDS: readonly { readonly value: PolicyKind; readonly label: string }[] = [
  { value: 'identity', label: 'Identity policy' },
  { value: 'resource', label: 'Resource policy' },
  { value: 'scp', label: 'Service control policy (SCP)' },
  { value: 'rcp', label: 'Resource control policy (RCP)' },
];

/** A policy to paste, with what is wrong in it by line; it stays on this machine. */
export function LintBox() {
  const [document, setDocument] = useState('');
  const [kind, setKind] = useState<PolicyKind>('identity');
  const area = useRef<PolicyAreaRef>(null);
  return (
    <Container
      header={
        <Header variant="h2" description="It is checked on this machine and kept nowhere.">
          Check a policy
        </Header>
      }
    >
      <div className="lint-grid">
        <SpaceBetween size="s">
          <ChoiceSelect label="Kind" value={kind} options={KINDS} onChange={setKind} />
          <PolicyArea
            ref={area}
            label="Policy"
            placeholder="Paste the JSON of a policy"
            value={document}
            onChange={setDocument}
          />
        </SpaceBetween>
        <LintResult {...{ document, kind }} onLine={(line) => area.current?.showLine(line)} />
      </div>
    </Container>
  );
}

interface LintResultProps {
  readonly document: string;
  readonly kind: PolicyKind;
  readonly onLine: (line: number) => void;
}

function LintResult({ document, kind, onLine }: LintResultProps) {
  const rested = useDebounced(document, REST_MS);
  const asks = rested.trim() !== '';
  const answer = useAnswer(
    'access.lint',
    { document: rested, kind },
    { enabled: asks, keepPrevious: true },
  );
  if (!asks) return <Empty title="Nothing to check yet">Findings stand here, by line.</Empty>;
  if (answer.error !== null) return <Failed what="The check" error={answer.error} />;
  if (answer.data === undefined) return <Loading label="findings" height={240} />;
  const { findings, statements } = answer.data;
  return (
    <SpaceBetween size="s">
      <Box variant="h3">
        {countOf(statements, 'statement')}: {countsWords(findings)}
      </Box>
      <FindingList findings={findings} onLine={onLine} />
    </SpaceBetween>
  );
}

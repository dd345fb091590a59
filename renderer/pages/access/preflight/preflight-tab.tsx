import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { Empty, Failed, Loading } from '../../../components/states.tsx';
import { textFilter, useFilters } from '../../../filters.ts';
import { useAnswer } from '../../../queries/use-answer.ts';
import { useWorkspace } from '../../../workspace.ts';
import { SubjectField } from '../../spend/parts/subject-field.tsx';
import { cellFilters } from '../access-filters.ts';
import { PrincipalField } from '../parts/principal-field.tsx';
import type { AccessTabProps } from '../tab-props.ts';
import { useQuestion } from '../use-question.ts';
import { PreflightResult } from './preflight-result.tsx';
import { useCallOptions } from './use-call-options.ts';

const callFilters = {
  principal: cellFilters.principal,
  called: textFilter('call'),
  region: textFilter('at'),
} as const;

/** One call before it is made: who, what, from which Region. */
export function PreflightTab({ matrix }: AccessTabProps) {
  const [values, update] = useFilters(callFilters);
  const { principal, called, region } = values;
  return (
    <SpaceBetween size="m">
      <Container>
        <div className="access-form">
          <PrincipalField
            matrix={matrix}
            value={principal}
            onChange={(arn) => update({ principal: arn })}
          />
          <SubjectField
            label="Model, profile or ARN"
            placeholder="As it would go into the call"
            value={called}
            options={useCallOptions(matrix)}
            onChange={(text) => update({ called: text.trim() }, { replace: true })}
          />
          <RegionField value={region} onChange={(code) => update({ region: code })} />
        </div>
      </Container>
      {principal === '' || called === '' || region === '' ? (
        <Empty title="Name a principal, what it calls and the Region">
          Every resource that the call touches stands here with its decision; a profile is refused
          where one of its Regions is.
        </Empty>
      ) : (
        <Preflight principalArn={principal} called={called} region={region} />
      )}
    </SpaceBetween>
  );
}

interface PreflightProps {
  readonly principalArn: string;
  readonly called: string;
  readonly region: string;
}

function Preflight(call: PreflightProps) {
  const { operation, context } = useQuestion();
  const answer = useAnswer('access.preflight', { ...call, operation, context });
  if (answer.error !== null) {
    return (
      <Failed what="The preflight" error={answer.error} onRetry={() => void answer.refetch()} />
    );
  }
  if (answer.data === undefined) return <Loading label="the preflight" height={360} />;
  return <PreflightResult answer={answer.data} />;
}

interface RegionFieldProps {
  readonly value: string;
  readonly onChange: (region: string) => void;
}

function RegionField({ value, onChange }: RegionFieldProps) {
  const regions = useWorkspace().connections.flatMap((connection) => connection.regions);
  const known = [...new Set([...regions, value])].filter((region) => region !== '').sort();
  return (
    <FormField label="Region">
      <Select
        selectedOption={value === '' ? null : { value }}
        placeholder="Choose"
        filteringType="auto"
        options={known.map((each) => ({ value: each }))}
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  );
}

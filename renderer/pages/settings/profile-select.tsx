import FormField from '@cloudscape-design/components/form-field';
import Select from '@cloudscape-design/components/select';
import type { Profile } from '../../../shared/api/answers.ts';
import { useAnswer } from '../../queries/use-answer.ts';

const DEFAULT_CHAIN = { value: '', label: 'Default credential chain' };

interface ProfileSelectProps {
  /** Empty for the default credential chain. */
  readonly profile: string;
  readonly error: string | undefined;
  readonly onChange: (name: string, profile: Profile | undefined) => void;
}

/** The profiles of the shared AWS configuration, and the default chain. */
export function ProfileSelect({ profile, error, onChange }: ProfileSelectProps) {
  const profiles = useAnswer('profiles.list', {});
  const options = (profiles.data ?? []).map(({ name, region, endpointUrl }) => ({
    value: name,
    label: name,
    tags: [region, endpointUrl].filter((tag) => tag !== null),
  }));
  return (
    <FormField
      label="Profile"
      description="Found in the AWS configuration of this machine"
      errorText={error ?? profiles.error?.message}
    >
      <Select
        selectedOption={profile === '' ? DEFAULT_CHAIN : { value: profile, label: profile }}
        options={[DEFAULT_CHAIN, ...options]}
        statusType={profiles.isPending ? 'loading' : 'finished'}
        loadingText="Looking for profiles"
        filteringType={options.length > 8 ? 'auto' : 'none'}
        onChange={({ detail }) => {
          const name = detail.selectedOption.value ?? '';
          onChange(
            name,
            profiles.data?.find((each) => each.name === name),
          );
        }}
      />
    </FormField>
  );
}

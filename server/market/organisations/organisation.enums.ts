import { registerEnumType } from 'type-graphql';

export enum OrganisationRole {
  LABORATORY = 'LABORATORY',
  PLATFORM = 'PLATFORM',
  EMPLOYER = 'EMPLOYER',
  PUBLISHER = 'PUBLISHER',
}

registerEnumType(OrganisationRole, {
  name: 'OrganisationRole',
  description: 'What an organisation does in the expert-data economy.',
  valuesConfig: {
    LABORATORY: { description: 'Trains models and buys the data.' },
    PLATFORM: { description: 'Finds, contracts and pays the experts.' },
    EMPLOYER: { description: 'Employs experts, or used to.' },
    PUBLISHER: { description: 'Publishes benchmarks or facts that numbers here rest on.' },
  },
});

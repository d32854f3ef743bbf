import changelog from './changelog.json' with { type: 'json' };
import claims from './claims.json' with { type: 'json' };
import concentration from './concentration.json' with { type: 'json' };
import conversion from './conversion.json' with { type: 'json' };
import error from './error.json' with { type: 'json' };
import experts from './experts.json' with { type: 'json' };
import figure from './figure.json' with { type: 'json' };
import graphql from './graphql.json' with { type: 'json' };
import imports from './imports.json' with { type: 'json' };
import knowhow from './knowhow.json' with { type: 'json' };
import market from './market.json' with { type: 'json' };
import methods from './methods.json' with { type: 'json' };
import metrics from './metrics.json' with { type: 'json' };
import organisations from './organisations.json' with { type: 'json' };
import pay from './pay.json' with { type: 'json' };
import personal from './personal.json' with { type: 'json' };
import projects from './projects.json' with { type: 'json' };
import professions from './professions.json' with { type: 'json' };
import reference from './reference.json' with { type: 'json' };
import site from './site.json' with { type: 'json' };
import sources from './sources.json' with { type: 'json' };
import state from './state.json' with { type: 'json' };

/** Every message, a file a room of the site. */
export const en = {
  changelog,
  claims,
  concentration,
  conversion,
  error,
  experts,
  figure,
  graphql,
  imports,
  knowhow,
  market,
  methods,
  metrics,
  organisations,
  pay,
  personal,
  projects,
  professions,
  reference,
  site,
  sources,
  state,
};

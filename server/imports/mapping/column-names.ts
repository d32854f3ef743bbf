import type { Role } from './roles.ts';

/**
 * What columns are called, most telling first: everyday English and French, and the exports of Prolific, MTurk,
 * git and the payout platforms. Compared in lower case, without accents, words parted by single spaces.
 */
export const columnNames: Readonly<Record<Role, readonly string[]>> = {
  expert: list(`
    contributor id, expert id, worker id, workerid, participant id, annotator id, freelancer id, user id,
    client id, author id, member id, contractor id, payee id, talent id, tasker id, contributor, expert,
    worker, participant, annotator, freelancer, contractor, payee, talent, labeler, labeller, rater,
    reviewer, author, committer, user, member, handle, login, warden, recipient, beneficiary, consultant,
    employee id, prolific id, prolific pid, turker, contributeur, contributrice, participante, travailleur,
    prestataire, auteur, autrice, utilisateur, identifiant, beneficiaire, intervenant, annotateur,
    redacteur, matricule, author email, author name, committer email, email, e mail, courriel, name, full
    name, nom, id, author.id, user.id, worker.id, contributor.id, author.login, user.login, author.email,
    author.name`),
  project: list(`
    project id, project, project name, study id, study, study name, hit type id, hittypeid, hit id,
    campaign, job, job id, batch, contest, repository, repo, programme, program, contract, engagement,
    assignment, task, task id, dataset, benchmark, pull request, projet, etude, campagne, mission, depot,
    contrat, tache, chantier, project.id, project.name`),
  sector: list(`
    sector, domain, field, category, kind, kind of work, type of work, work type, skill, topic, vertical,
    industry, subject area, area, type, severity, secteur, domaine, categorie, type de travail, nature,
    discipline, theme, filiere`),
  profession: list(`
    soc code, soc, onet soc code, profession, occupation, job title, role, speciality, specialty, metier,
    poste, fonction, specialite`),
  date: list(`
    date, day, month, period, work date, completed at, completed on, finished at, submitted at, submittime,
    submit time, accepttime, accept time, started at, started datetime, completed datetime, created at,
    created, timestamp, time, paid at, paid on, payment date, payout date, invoice date, author date,
    committer date, commit date, authored date, approvaltime, approval time, week, jour, mois, periode, date
    de paiement, date de versement, date du travail, horodatage, cree le, date facture, semaine`),
  units: list(`
    units, unit count, tasks, tasks completed, items, accepted, accepted items, count, quantity, qty,
    submissions, labels, annotations, prompts, commits, points, n, number, pieces, contributions, unites,
    quantite, qte, nombre, nb, taches, articles, etiquettes, pieces acceptees`),
  hours: list(`
    hours, work hours, hours worked, hours billed, billed hours, logged hours, duration hours, time h, hrs,
    heures, nb heures, nombre d heures, heures travaillees, heures facturees, duree h, duree heures`),
  amount: list(`
    amount, payout, pay, paid, payment, earnings, earned, reward, total pay, total, net amount, gross
    amount, amount paid, total paid, award, bounty, fee, price, compensation, revenue, income, amount usd,
    amount eur, amount gbp, payout usd, earnings usd, pay usd, total usd, usd, eur, gbp, montant, paiement,
    versement, remuneration, gain, gains, somme, prix, recompense, salaire, montant ttc, montant ht, montant
    net, total ttc, total ht, honoraires, montant eur, montant euros`),
  rate: list(`
    hourly rate, rate per hour, rate, pay rate, bill rate, hourly pay, rate usd, hourly rate usd, taux
    horaire, tarif horaire, tarif`),
  currency: list('currency, currency code, ccy, cur, devise, monnaie, code devise'),
  improvement: list(`
    improvement, improvement score, quality score, score gain, delta, uplift, score, amelioration,
    gain de score, progres`),
  expertProfession: list('expert profession, expert occupation, own profession, profession de l expert'),
  country: list(`
    country, country code, country of residence, residence, expert country, worker country, nationality,
    pays, code pays, pays de residence`),
  seniority: list('seniority, seniority level, experience level, anciennete, seniorite, niveau d experience'),
  formerEmployer: list(`
    former employer, former employer kind, previous employer, ancien employeur, type d employeur`),
};

function list(text: string): string[] {
  return text.split(',').map((name) => name.trim().replaceAll(/\s+/g, ' '));
}

/** A header as it is compared: 'WorkTimeInSeconds' and 'work_time_in_seconds' alike. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .trim();
}

const compact = (name: string): string => name.replaceAll(' ', '');

/** How well a header names a role, higher is better; 0: not at all. */
export function nameScore(header: string, role: Role): number {
  const name = normaliseName(header);
  const names = columnNames[role];
  const exact = names.findIndex((known) => known === name || compact(known) === compact(name));
  if (exact >= 0) return 1000 - exact;
  // 'Total amount (USD)', 'Date de début': a telling word among others, if it is long enough to tell.
  const within = names.findIndex((known) => known.length >= 4 && ` ${name} `.includes(` ${known} `));
  return within >= 0 ? 500 - within : 0;
}

// SPDX-License-Identifier: MIT
/** The races that the scripts of every library must repeat, as links. */
import { texts } from './support.ts';

const { activations, losses } = texts;

/** Searches magnify rounding errors, which a penalty and a small network keep within bounds. */
const calm = 'dataset=moons&hidden=2&l2=0.03&';

const problemOf: Readonly<Record<string, string>> = {
  // The axes of a degenerate matrix are arbitrary, so a rule that depends on them needs one that is not.
  soap: 'hidden=2&',
  'line-search': calm,
  bfgs: calm,
  'l-bfgs': calm,
  'conjugate-gradient': calm,
  'trust-region': calm,
  'gauss-newton': 'dataset=sine&',
  'levenberg-marquardt': 'dataset=sine&',
  'k-fac': calm,
};

/** A race of one rule with its defaults. */
export const raceOf = (id: string): string => `${problemOf[id] ?? ''}run=${id}`;

/** Rules with other settings than their defaults. */
export const otherSettings: readonly string[] = [
  'run=adagrad,learningRateDecay=0.02,initialAccumulator=0.1,epsilon=0.1',
  'run=rmsprop,alpha=0.8,momentum=0.5,epsilon=0.1',
  'run=adam,beta1=0.8,beta2=0.95,epsilon=0.1,batchSize=7',
  'run=adam,clipNorm=0.05&run=sgd,batchSize=full&run=lamb,weightDecay=0.1,epsilon=0.1',
  'run=asgd,t0=50,lambda=0.01&run=adan,weightDecay=0.1&run=lion,weightDecay=0.1',
  'run=schedule-free-adamw,warmupSteps=20,weightDecay=0.1,epsilon=0.1',
  'run=muon,weightDecay=0.1,momentum=0.9&run=shampoo,period=7,epsilon=0.01',
  'hidden=2&run=soap,period=3,beta1=0.8',
];

/** The same for rules that only PyTorch's scripts have. */
export const otherSettingsInPyTorch: readonly string[] = [
  'loss=hinge&l2=0.01&seed=5&run=adahessian,clipNorm=0.05,beta1=0.8&run=sophia,period=3,gamma=0.1',
  'dataset=sine&samples=700&run=aw-sgd,samplerRate=0.2&run=svrg,learningRate=0.1',
  'run=svrg,batchSize=7,clipNorm=0.05',
  'imbalance=0.7&labelSmoothing=0.1&balanceClasses=true&l2=0.01&batchSize=7&run=aw-sgd,samplerRate=0.1,mixture=0.3,groups=class-cell',
  'l2=0.01&seed=5&batchSize=20&run=evolution-strategy,population=7,sigma=0.2,learningRate=0.1',
  'dataset=sine&hidden=4&run=genetic-algorithm,population=9,mutation=0.5&run=particle-swarm,particles=5,inertia=0.5,cognitive=2,social=1',
  'dataset=blobs&classes=4&hidden=4&run=simulated-annealing,cooling=0.9,moveScale=1',
  // Of so many parameters it takes the root of its matrix every other time.
  'hidden=12,12&run=cma-es',
  'hidden=3&run=cma-es,sigma=0.001',
  `${calm}run=line-search,search=exact,initialStep=0.5,c1=0.3,c2=0.7&run=line-search,search=backtracking,initialStep=3,shrink=0.7`,
  `${calm}run=conjugate-gradient,beta=fr,c1=0.3,c2=0.7&run=conjugate-gradient,beta=hs,c2=0.6`,
  `${calm}run=bfgs,c1=0.45,c2=0.6&run=l-bfgs,memory=3,c1=0.1,c2=0.8`,
  // At a kink of this loss searches fail.
  'hidden=&dataset=plane&loss=mean-absolute-error&run=line-search&run=l-bfgs&run=conjugate-gradient',
  // Damped, it searches uphill, and takes small steps down the gradient instead.
  `${calm}run=newton,variant=damped&run=newton,search=none,learningRate=0.1&run=trust-region,radius=0.05`,
  'hidden=2&loss=hinge&l1=0.01&l2=0.01&run=newton&run=trust-region',
  'dataset=sine&hidden=2&loss=huber&l2=0.01&run=newton,damping=0.1&run=trust-region',
  'dataset=sine&hidden=3&l2=0.01&run=gauss-newton,mu=0.1,learningRate=1.5&run=levenberg-marquardt,mu=0.25,factor=4,muMax=4',
  'dataset=pinwheel&hidden=3&loss=mean-squared-error&l2=0.01&run=gauss-newton&run=levenberg-marquardt&run=k-fac',
  'dataset=moons&samples=30&imbalance=0.7&hidden=2&loss=mean-squared-error&l2=0.01&balanceClasses=true&run=gauss-newton',
  'dataset=pinwheel&hidden=3&labelSmoothing=0.1&run=k-fac',
  'dataset=pinwheel&hidden=3&l1=0.01&run=k-fac,batchSize=full',
  `${calm}run=k-fac,decay=0.5,damping=0.3,clipNorm=0.1&run=k-fac,lookahead,weight-averaging,weight-averaging.start=0.25,weight-averaging.budget=200`,
];

/** Schedules and warm-ups with other settings than their defaults. */
export const otherSchedules: readonly string[] = [
  'run=asgd,t0=50,schedule=cosine,schedule.totalSteps=150,schedule.minFactor=0.1,schedule.warmupSteps=30',
  'run=adam,schedule=constant,schedule.warmupSteps=40&run=schedule-free-sgd,schedule=one-cycle,schedule.totalSteps=150',
  'run=sgd,schedule=cosine-restarts,schedule.period=20,schedule.growth=2&run=adam,schedule=step-decay,schedule.interval=30',
];

/** All losses and activations, penalties, and kinds of data. */
export const problems: readonly string[] = [
  ...Object.keys(activations).map((id) => `activation=${id}&run=adam`),
  'activation=linear&run=adam',
  ...Object.keys(losses).map((id) => `loss=${id}&run=momentum,learningRate=0.01`),
  ...Object.keys(losses).map((id) => `dataset=pinwheel&loss=${id}&run=momentum,learningRate=0.01`),
  ...Object.entries(losses)
    .filter(([, code]) => code.values)
    .map(([id]) => `dataset=sine&loss=${id}&run=momentum,learningRate=0.01`),
  'l1=0.001&l2=0.01&run=adam',
  'labelSmoothing=0.1&run=adam',
  'dataset=blobs&classes=4&imbalance=0.7&labelSmoothing=0.2&balanceClasses=true&run=adam',
  'imbalance=0.7&loss=hinge&balanceClasses=true&run=momentum,learningRate=0.01',
  'hidden=8,6,4&layerActivations=relu,gelu&run=adam',
  'hidden=8,6&normalization=layer&run=adam',
  'hidden=8,6&normalization=batch&batchSize=16&run=adam&run=sgd,batchSize=full,learningRate=0.01',
  'dataset=blobs&normalization=batch&l2=0.01&run=schedule-free-adamw',
  'hidden=&dataset=plane&run=adam',
  'testFraction=0&run=adam',
  'dataset=digits-12&hidden=8&run=adam',
];

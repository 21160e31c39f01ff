# SPDX-License-Identifier: MIT
"""A stand-in for the few parts of Keras 3 that the page's scripts use, over PyTorch. It serves tests where Keras is not
installed, and follows what Keras documents: layouts of weights, when gradients are clipped and weights decay, and
what its own optimizers compute.

It proves that a script's rules, weights, batches and losses are those of the race. It does not prove that Keras
accepts the script: the names and arguments here were written by hand, and no other backend runs.
"""

import types

import numpy as np
import torch
import torch.nn.functional as F


class config:
    @staticmethod
    def set_floatx(name):
        assert name == "float64"
        torch.set_default_dtype(torch.float64)


def as_tensor(x):
    return torch.as_tensor(np.array(x) if isinstance(x, np.ndarray) else x).detach()


# Functions of the same name and meaning as in keras.ops, and those that differ.
same = "abs clip eye ones_like relu reshape sign sqrt stack sum swapaxes zeros_like"
ops = types.SimpleNamespace(
    **{name: getattr(torch, name) for name in same.split()},
    convert_to_numpy=lambda x: as_tensor(x).numpy(),
    convert_to_tensor=as_tensor,
    copy=torch.clone,
    linalg=types.SimpleNamespace(eigh=torch.linalg.eigh),
    log_sigmoid=F.logsigmoid,
    log_softmax=lambda x: F.log_softmax(x, -1),
    max=lambda x, axis: torch.amax(x, axis),
    mean=lambda x, axis: x.mean(axis),
    var=lambda x, axis: x.var(axis, unbiased=False),
)

activations = types.SimpleNamespace(
    gelu=lambda x, approximate=False: F.gelu(
        x, approximate="tanh" if approximate else "none"
    ),
    leaky_relu=lambda x, negative_slope=0.2: F.leaky_relu(x, negative_slope),
)
named_activations = {
    "elu": F.elu,
    "gelu": F.gelu,
    "relu": F.relu,
    "sigmoid": torch.sigmoid,
    "silu": F.silu,
    "softplus": F.softplus,
    "tanh": torch.tanh,
}


class regularizers:
    class L1L2:
        def __init__(self, l1, l2):
            self.l1, self.l2 = l1, l2

        def __call__(self, x):
            return self.l1 * x.abs().sum() + self.l2 * x.square().sum()


def Input(shape):
    return shape


class Variable(torch.nn.Parameter):
    def assign(self, value):
        value = as_tensor(value)
        assert self.shape == value.shape
        with torch.no_grad():
            self.copy_(value)


def variable(value, *shape, trainable=True):
    return Variable(torch.full(shape, value), requires_grad=trainable)


class Layer:
    """A layer that keeps the width of its inputs and has no variables."""

    regularizer = None
    variables = ()

    def build(self, inputs):
        self.units = inputs


class layers:
    class Dense(Layer):
        def __init__(self, units, activation=None, kernel_regularizer=None):
            self.units, self.regularizer = units, kernel_regularizer
            self.activation = named_activations.get(activation, activation)

        def build(self, inputs):
            self.kernel = variable(0.0, inputs, self.units)
            self.bias = variable(0.0, self.units)
            self.variables = self.kernel, self.bias

        def __call__(self, x, training=False):
            z = x @ self.kernel + self.bias
            return self.activation(z) if self.activation else z

    class Activation(Layer):
        def __init__(self, activation):
            self.activation = named_activations.get(activation, activation)

        def __call__(self, x, training=False):
            return self.activation(x)

    class Dropout(Layer):
        def __init__(self, rate):
            self.rate = rate

        def __call__(self, x, training=False):
            return F.dropout(x, self.rate, training)

    class Normalization(Layer):
        def __init__(self, epsilon=1e-3):
            self.epsilon = epsilon

        def build(self, inputs):
            super().build(inputs)
            self.gamma, self.beta = variable(1.0, inputs), variable(0.0, inputs)
            self.variables = self.gamma, self.beta

    class LayerNormalization(Normalization):
        def __call__(self, x, training=False):
            return F.layer_norm(x, (self.units,), self.gamma, self.beta, self.epsilon)

    class BatchNormalization(Normalization):
        def build(self, inputs):
            super().build(inputs)
            self.moving_mean = variable(0.0, inputs, trainable=False)
            self.moving_variance = variable(1.0, inputs, trainable=False)

        def __call__(self, x, training=False):
            moving = self.moving_mean.data, self.moving_variance.data
            return F.batch_norm(
                x, *moving, self.gamma, self.beta, training, 0.01, self.epsilon
            )


class Sequential:
    def __init__(self, parts):
        (inputs,), *self.layers = parts
        for layer in self.layers:
            layer.build(inputs)
            inputs = layer.units
        self.trainable_variables = [v for layer in self.layers for v in layer.variables]

    def compile(self, optimizer, loss, run_eagerly):
        assert run_eagerly
        self.optimizer, self.loss = optimizer, loss
        optimizer.build(self.trainable_variables)

    def __call__(self, x, training=False):
        x = as_tensor(x)
        for layer in self.layers:
            x = layer(x, training=training)
        return x

    def train_on_batch(self, x, y):
        loss = self.loss(as_tensor(y), self(x, training=True))
        for layer in self.layers:
            if layer.regularizer:
                loss = loss + layer.regularizer(layer.kernel)
        gradients = torch.autograd.grad(loss, self.trainable_variables)
        with torch.no_grad():
            self.optimizer.apply(gradients)


class Optimizer:
    def __init__(self, learning_rate, weight_decay=None, global_clipnorm=None):
        if not isinstance(learning_rate, float):
            raise ValueError("The learning rate must be a float.")
        self.learning_rate = learning_rate
        self.weight_decay = weight_decay
        self.global_clipnorm = global_clipnorm
        self.memory = {}

    def build(self, variables):
        self.variables = variables

    def _get_variable_index(self, variable):
        return next(i for i, v in enumerate(self.variables) if v is variable)

    def assign(self, variable, value):
        assert variable.shape == value.shape
        variable.copy_(value)

    def apply(self, gradients):
        longest = self.global_clipnorm
        if longest is not None:
            norm = torch.cat([g.flatten() for g in gradients]).norm()
            gradients = [g * longest / max(norm, longest) for g in gradients]
        if self.weight_decay is not None:
            for variable in self.variables:
                variable -= variable * self.weight_decay * self.learning_rate
        for gradient, variable in zip(gradients, self.variables):
            self.update_step(gradient, variable, self.learning_rate)

    def mixed(self, name, variable, factor, value):
        """The entry of a variable: factor * entry + value."""
        key = name, self._get_variable_index(variable)
        self.memory[key] = factor * self.memory.get(key, 0) + value
        return self.memory[key]


class SGD(Optimizer):
    def __init__(self, momentum=0.0, nesterov=False, **settings):
        super().__init__(**settings)
        if not isinstance(momentum, float):
            raise ValueError("The momentum must be a float.")
        self.momentum, self.nesterov = momentum, nesterov

    def update_step(self, g, variable, lr):
        m = self.mixed("m", variable, self.momentum, -lr * g)
        variable += self.momentum * m - lr * g if self.nesterov else m


class Adadelta(Optimizer):
    def __init__(self, rho, epsilon, **settings):
        super().__init__(**settings)
        self.rho, self.epsilon = rho, epsilon

    def update_step(self, g, variable, lr):
        key = "delta", self._get_variable_index(variable)
        s = self.mixed("s", variable, self.rho, (1 - self.rho) * g**2)
        u = self.memory.get(key, torch.zeros_like(g))
        delta = torch.sqrt(u + self.epsilon) * g / torch.sqrt(s + self.epsilon)
        self.mixed("delta", variable, self.rho, (1 - self.rho) * delta**2)
        variable -= lr * delta


class Lion(Optimizer):
    def __init__(self, beta_1, beta_2, **settings):
        super().__init__(**settings)
        self.beta_1, self.beta_2 = beta_1, beta_2

    def update_step(self, g, variable, lr):
        m = self.memory.get(("m", self._get_variable_index(variable)), 0)
        variable -= lr * torch.sign(self.beta_1 * m + (1 - self.beta_1) * g)
        self.mixed("m", variable, self.beta_2, (1 - self.beta_2) * g)


optimizers = types.SimpleNamespace(
    Optimizer=Optimizer, SGD=SGD, Adadelta=Adadelta, Lion=Lion
)

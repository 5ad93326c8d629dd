/**
 * The asynchronous contract over HTTP: {@code request} turns a write into a task and answers 202, {@code replay} runs
 * it through RESTEasy, {@code poll} and {@code longpoll} serve the polling URLs. Here are the headers and documents
 * they share. Resources do not depend on any of it.
 */
@NullMarked
package org.solitude.web.async;

import org.jspecify.annotations.NullMarked;

// Runs the shell steps of a declarative Jenkinsfile, and tells of the others.
//
//	groovy.ui.GroovyMain Jenkins.groovy JENKINSFILE [NAME=VALUE]...
//
// The file is Groovy, and its blocks are calls: here they do the little that the files of this
// repository need. A block or a step that is not known here fails.
import groovy.transform.Field

@Field Map<String, String> parameters = [:]
@Field boolean failed = false

class Block {
  Map<String, Closure> steps
  Set<String> ignored = []

  def methodMissing(String name, Object arguments) {
    if (name in ignored) {
      return null
    }
    def step = steps[name]
    if (step == null) {
      throw new IllegalStateException("`${name}` has no place here")
    }
    step(*arguments)
  }

  def propertyMissing(String name) {
    if (name == 'any') {
      return name
    }
    throw new IllegalStateException("`${name}` is not known")
  }
}

def inside(Map<String, Closure> steps, Set<String> ignored, Closure body) {
  body.delegate = new Block(steps: steps, ignored: ignored)
  body.resolveStrategy = Closure.DELEGATE_ONLY
  body()
}

def shell(String script) {
  if (failed) {
    return
  }
  def builder = new ProcessBuilder('sh', '-xe', '-c', script).inheritIO()
  builder.environment().putAll(parameters)
  failed = builder.start().waitFor() != 0
}

def stage(String name, Closure body) {
  Closure afterwards = {}
  inside([
    steps: { Closure steps -> inside([sh: { String script -> shell(script) }], [] as Set, steps) },
    post : { Closure post -> inside([always: { Closure always -> afterwards = always }], [] as Set, post) },
  ], [] as Set, body)
  inside([
    junit           : { Map named -> println "junit ${named.testResults}" },
    archiveArtifacts: { Map named -> println "archive ${named.artifacts}" },
  ], [] as Set, afterwards)
}

def parameter(Map named) {
  parameters.putIfAbsent(named.name, named.defaultValue)
}

args.drop(1).each { String text ->
  def (name, value) = text.split('=', 2) as List
  parameters[name] = value
}
def script = new GroovyShell().parse(new File(args[0]))
script.metaClass.pipeline = { Closure body ->
  inside([
    parameters: { Closure given -> inside([string: { Map named -> parameter(named) }], [] as Set, given) },
    stages    : { Closure stages ->
      inside([stage: { String name, Closure stage -> this.stage(name, stage) }], [] as Set, stages)
    },
  ], ['agent', 'options'] as Set, body)
}
script.run()
System.exit(failed ? 1 : 0)

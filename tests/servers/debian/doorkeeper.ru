# Rails with Doorkeeper, as its guide sets it up: an authorization server and an API that it guards, without a page that names either.
require 'rails'
require 'active_record/railtie'
require 'action_controller/railtie'
require 'doorkeeper'

class Orchard < Rails::Application
  config.root = Dir.pwd
  config.eager_load = false
  config.secret_key_base = 'not a secret ' * 6
  config.hosts.clear
  config.consider_all_requests_local = false
  config.logger = Logger.new(IO::NULL)
end

ActiveRecord::Base.establish_connection(adapter: 'sqlite3', database: 'orchard.sqlite3')
ENV['DATABASE_URL'] = 'sqlite3:orchard.sqlite3'

Doorkeeper.configure do
  orm :active_record
  resource_owner_authenticator { redirect_to('/login') }
  default_scopes :public
  optional_scopes :write
end
Orchard.initialize!

ActiveRecord::Schema.verbose = false
ActiveRecord::Schema.define do
  create_table :oauth_applications, force: true do |t|
    t.string :name
    t.string :uid
    t.string :secret
    t.text :redirect_uri
    t.string :scopes, default: ''
    t.boolean :confidential, default: true
    t.timestamps
  end
  create_table :oauth_access_tokens, force: true do |t|
    t.references :resource_owner
    t.references :application
    t.string :token
    t.string :refresh_token
    t.integer :expires_in
    t.datetime :revoked_at
    t.datetime :created_at
    t.string :scopes
  end
end

class PearsController < ActionController::API
  before_action :doorkeeper_authorize!

  def index
    render json: []
  end
end

Orchard.routes.draw do
  use_doorkeeper
  get '/api/v1/pears', to: 'pears#index'
end
run Orchard
